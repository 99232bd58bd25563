package org.trustedtrader.bench.engine;

import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.test.TestPolicies;

/** The rules that the programs ship with. */
public final class Shipped {

    private Shipped() {}

    static Policies policies() {
        return TestPolicies.shipped();
    }

    /** The one that is in force. */
    public static Policy policy() {
        return policies().at(System.currentTimeMillis());
    }
}
