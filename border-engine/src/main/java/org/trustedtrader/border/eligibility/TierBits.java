package org.trustedtrader.border.eligibility;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/** One tier or none for each slot of a {@link Standing}, in two bits each of a long. */
final class TierBits {

    private static final Tier[] ALL = Tier.values();
    private static final int BITS = 2;
    private static final long MASK = (1L << BITS) - 1;

    private TierBits() {}

    static @Nullable Tier at(long tiers, int slot) {
        int tier = code(tiers, slot);
        return tier == 0 ? null : ALL[tier - 1];
    }

    static long with(long tiers, int slot, Tier tier) {
        return tiers & ~(MASK << BITS * slot) | tier.ordinal() + 1L << BITS * slot;
    }

    /** The lower one in each slot; none is the lowest. */
    static long lower(long some, long others, int slots) {
        long lower = 0;
        for (int slot = 0; slot < slots; slot++) {
            lower |= (long) Math.min(code(some, slot), code(others, slot)) << BITS * slot;
        }
        return lower;
    }

    private static int code(long tiers, int slot) {
        return (int) (tiers >>> BITS * slot & MASK);
    }
}
