package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.json.PolicyFiles;

/** The rules that the programs ship with. */
public final class Shipped {

    private Shipped() {}

    public static Policies policies() {
        try {
            return PolicyFiles.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
