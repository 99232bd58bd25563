package org.trustedtrader.border.eligibility;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Identifier;

/**
 * What a trader is worth for each benefit in each part, worked out beforehand: a set of reasons as bits of a long, and no
 * bit at all where the benefit is granted. Immutable.
 */
final class Standing {

    private final long[] reasons;
    private final Set<Identifier> held;

    /** @param reasons by {@link #slot} */
    Standing(long[] reasons, Set<Identifier> held) {
        this.reasons = reasons;
        this.held = held;
    }

    static Standing refusing(Reason reason) {
        var all = new long[Benefit.COUNT * Role.COUNT];
        Arrays.fill(all, reason.bit());
        return new Standing(all, Set.of());
    }

    static int slot(Benefit benefit, Role role) {
        return benefit.ordinal() * Role.COUNT + role.ordinal();
    }

    /** Zero if granted. */
    long reasons(Benefit benefit, Role role) {
        return reasons[slot(benefit, role)];
    }

    boolean holds(Identifier identifier) {
        return held.contains(identifier);
    }

    Set<Identifier> held() {
        return held;
    }

    /** This, without anything that the other one does not grant as well. */
    Standing notBeyond(Standing other) {
        var both = new long[reasons.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = reasons[i] == 0 ? other.reasons[i] : reasons[i];
        }
        if (held.equals(other.held)) {
            return new Standing(both, held);
        }
        return new Standing(both, held.stream().filter(other.held::contains).collect(Collectors.toUnmodifiableSet()));
    }

    /** This, but uncertain wherever this or the one after a missing change grants something. */
    Standing acrossGapTo(Standing after) {
        var both = reasons.clone();
        for (int i = 0; i < both.length; i++) {
            if (reasons[i] == 0 || after.reasons[i] == 0) {
                both[i] |= Reason.STATUS_UNKNOWN_THEN.bit();
            }
        }
        return new Standing(both, held);
    }

    boolean same(Standing other) {
        return Arrays.equals(reasons, other.reasons) && held.equals(other.held);
    }
}
