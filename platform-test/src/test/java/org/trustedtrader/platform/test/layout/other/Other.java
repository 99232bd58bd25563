package org.trustedtrader.platform.test.layout.other;

import org.trustedtrader.platform.test.layout.noun.NounHelper;

public final class Other {

    public NounHelper help() {
        return new NounHelper();
    }
}
