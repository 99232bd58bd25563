package org.trustedtrader.border.eligibility;

import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;

/**
 * What a profile is worth under one policy for each benefit in each part: a set of reasons as bits of a long, and no bit at
 * all where the benefit is granted.
 */
public final class Standing {

    /** How many sets of reasons make up a standing. */
    public static final int SLOTS = Benefit.COUNT * Role.COUNT;

    private Standing() {}

    /** @return by {@link #slot} */
    public static long[] of(Profile profile, Policy policy) {
        return switch (profile) {
            case Profile.Facts facts -> new StandingRules(policy, facts).reasons();
            case Profile.NotBeyond both -> notBeyond(of(both.stored(), policy), of(both.heard(), policy));
            case Profile.AcrossGap gap -> acrossGap(of(gap.before(), policy), of(gap.after(), policy));
        };
    }

    public static int slot(Benefit benefit, Role role) {
        return benefit.ordinal() * Role.COUNT + role.ordinal();
    }

    private static long[] notBeyond(long[] stored, long[] heard) {
        var both = new long[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            both[i] = heard[i] == 0 ? stored[i] : heard[i];
        }
        return both;
    }

    private static long[] acrossGap(long[] before, long[] after) {
        var both = before.clone();
        for (int i = 0; i < SLOTS; i++) {
            if (before[i] == 0 || after[i] == 0) {
                both[i] |= Reason.STATUS_UNKNOWN_THEN.bit();
            }
        }
        return both;
    }
}
