package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.policy.Reason;

/** Sets of reasons as bits. */
public final class Reasons {

    private Reasons() {}

    /** In the order in which the reasons are declared. */
    public static List<Reason> list(long bits) {
        if (bits == 0) {
            return List.of();
        }
        var all = new ArrayList<Reason>(Long.bitCount(bits));
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            all.add(Reason.lowest(rest));
        }
        return List.copyOf(all);
    }

    static long withEffect(Reason.Effect effect) {
        long bits = 0;
        for (var reason : Reason.values()) {
            bits |= reason.effect() == effect ? reason.bit() : 0;
        }
        return bits;
    }
}
