package org.trustedtrader.border.eligibility;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/** One tier or none for each slot of a {@link Standing}, in two bits each of the longs from an index on. */
final class TierBits {

    private static final Tier[] ALL = Tier.values();
    private static final int BITS = 2;
    private static final int IN_A_LONG = Long.SIZE / BITS;
    private static final long MASK = (1L << BITS) - 1;

    private TierBits() {}

    /** How many longs hold the tiers of that many slots. */
    static int longs(int slots) {
        return (slots + IN_A_LONG - 1) / IN_A_LONG;
    }

    static @Nullable Tier at(long[] table, int from, int slot) {
        int tier = code(table[from + slot / IN_A_LONG], slot % IN_A_LONG);
        return tier == 0 ? null : ALL[tier - 1];
    }

    static void set(long[] table, int from, int slot, Tier tier) {
        int shift = BITS * (slot % IN_A_LONG);
        int index = from + slot / IN_A_LONG;
        table[index] = table[index] & ~(MASK << shift) | tier.ordinal() + 1L << shift;
    }

    /** Writes the lower one of each slot; none is the lowest. @param from where the tiers begin in each of the three */
    static void lower(long[] some, long[] others, long[] lower, int from) {
        for (int i = from; i < lower.length; i++) {
            lower[i] = lower(some[i], others[i]);
        }
    }

    /** Whether any slot of the others has a lower tier. */
    static boolean anyLower(long[] some, long[] others, int from) {
        for (int i = from; i < some.length; i++) {
            if (lower(some[i], others[i]) != some[i]) {
                return true;
            }
        }
        return false;
    }

    private static long lower(long some, long others) {
        long lower = 0;
        for (int place = 0; place < IN_A_LONG; place++) {
            lower |= (long) Math.min(code(some, place), code(others, place)) << BITS * place;
        }
        return lower;
    }

    private static int code(long tiers, int place) {
        return (int) (tiers >>> BITS * place & MASK);
    }
}
