package org.trustedtrader.border.memory;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.policy.Policy;

/**
 * What each profile is worth under one policy. Thousands of profiles are worth the same few hundred standings, which so stay
 * in the processor's caches. One writer; a reader asks only for profiles that were published after their evaluation.
 */
final class Standings {

    private static final int SMALLEST = 64;

    private final Policy policy;
    private final Map<LongBuffer, Integer> offsets = new HashMap<>();
    private volatile long[] table = new long[SMALLEST * Standing.SLOTS];
    private volatile int[] offsetOf = new int[SMALLEST];
    private int evaluated;

    Standings(Policy policy) {
        this.policy = policy;
    }

    /** Where the profile's standing begins in the {@link #table}, which must be asked for after this. */
    int offset(int profile) {
        return offsetOf[profile];
    }

    /** Standings one after the other. */
    long[] table() {
        return table;
    }

    Policy policy() {
        return policy;
    }

    /** Evaluates those that are not evaluated yet. @param all in the order of their numbers */
    void evaluate(List<Profile> all) {
        for (; evaluated < all.size(); evaluated++) {
            var offset = offset(Standing.of(all.get(evaluated), policy));
            if (evaluated == offsetOf.length) {
                offsetOf = Arrays.copyOf(offsetOf, evaluated * 2);
            }
            offsetOf[evaluated] = offset;
        }
    }

    private int offset(long[] standing) {
        return offsets.computeIfAbsent(LongBuffer.wrap(standing), _ -> {
            var offset = offsets.size() * Standing.SLOTS;
            if (offset == table.length) {
                table = Arrays.copyOf(table, offset * 2);
            }
            System.arraycopy(standing, 0, table, offset, Standing.SLOTS);
            return offset;
        });
    }

    long bytes() {
        return (long) table.length * Long.BYTES + (long) offsetOf.length * Integer.BYTES;
    }
}
