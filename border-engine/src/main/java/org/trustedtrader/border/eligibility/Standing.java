package org.trustedtrader.border.eligibility;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;

/**
 * What a profile is worth under one policy for each benefit in each part: a set of reasons as bits of a long, and no bit at
 * all where the benefit is granted.
 */
public final class Standing {

    /** Each role asked about in any mode, then carriers and importers in each mode. */
    private static final int PARTS = Role.COUNT + 2 * Mode.COUNT;

    private static final int REASONS = Benefit.COUNT * PARTS;

    /** How many longs make up a standing: the sets of reasons, then the {@link TierBits} by which benefits are granted. */
    public static final int SLOTS = REASONS + TierBits.longs(REASONS);

    private Standing() {}

    /** @return by {@link #slot} */
    public static long[] of(Profile profile, Policy policy) {
        return switch (profile) {
            case Profile.Facts facts -> new StandingRules(policy, facts).reasons();
            case Profile.Restricted both -> notBeyond(of(both.stored(), policy), of(both.received(), policy));
            case Profile.Gap gap -> acrossGap(of(gap.before(), policy), of(gap.after(), policy));
        };
    }

    public static int slot(Benefit benefit, Role role) {
        return benefit.ordinal() * PARTS + role.ordinal();
    }

    /** At a crossing by that mode. A holder is asked about in any mode. */
    public static int slot(Benefit benefit, Role role, Mode mode) {
        return switch (role) {
            case CARRIER -> benefit.ordinal() * PARTS + Role.COUNT + mode.ordinal();
            case IMPORTER -> benefit.ordinal() * PARTS + Role.COUNT + Mode.COUNT + mode.ordinal();
            case HOLDER -> slot(benefit, role);
        };
    }

    /** The tier by which the benefit is granted in the standing that begins there; null if it is not granted. */
    static @Nullable Tier tier(long[] table, int offset, int slot) {
        return table[offset + slot] == 0 ? TierBits.at(table, offset + REASONS, slot) : null;
    }

    static void grant(long[] standing, int slot, Tier tier) {
        TierBits.set(standing, REASONS, slot, tier);
    }

    /** Whether something is granted by the one and not by the other, or only by a lower tier. */
    public static boolean takesAway(long[] stored, long[] received) {
        for (int i = 0; i < REASONS; i++) {
            if (stored[i] == 0 && received[i] != 0) {
                return true;
            }
        }
        return TierBits.anyLower(stored, received, REASONS);
    }

    private static long[] notBeyond(long[] stored, long[] received) {
        var both = new long[SLOTS];
        for (int i = 0; i < REASONS; i++) {
            both[i] = received[i] == 0 ? stored[i] : received[i];
        }
        TierBits.lower(stored, received, both, REASONS);
        return both;
    }

    private static long[] acrossGap(long[] before, long[] after) {
        var both = before.clone();
        for (int i = 0; i < REASONS; i++) {
            if (before[i] == 0 || after[i] == 0) {
                both[i] |= Reason.STATUS_UNKNOWN_THEN.bit();
            }
        }
        return both;
    }
}
