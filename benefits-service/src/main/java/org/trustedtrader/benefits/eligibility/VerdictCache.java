package org.trustedtrader.benefits.eligibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.memory.Lookup;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/**
 * The verdicts of one policy on those who ask in one part, made once and kept: a few hundred stand for all traders. Whatever
 * does not fit is made again, so that no caller can make it grow.
 */
final class VerdictCache {

    private static final int KEPT = 1_024;

    private final Benefit[] benefits;
    private final Role[] parts;

    /** Threads may find each other's verdicts here or not; a verdict never changes. */
    private final @Nullable Verdict[] kept = new Verdict[KEPT];

    private VerdictCache(Benefit[] benefits, Role[] parts) {
        this.benefits = benefits;
        this.parts = parts;
    }

    /** @param only the benefit that is asked for; null for all */
    static VerdictCache of(Policy policy, Role role, @Nullable Benefit only) {
        var rules = policy.rules().stream()
                .filter(rule -> only == null || only == rule.benefit())
                .toList();
        return new VerdictCache(
                rules.stream().map(rule -> rule.benefit()).toArray(Benefit[]::new),
                rules.stream().map(rule -> EligibilityRules.part(rule, role)).toArray(Role[]::new));
    }

    /**
     * @param found   a trader that is judged by this policy
     * @param extra   bits of the reasons that everybody has
     * @param scratch the caller's own, for as many numbers as there are benefits
     */
    Verdict of(Lookup found, long extra, long[] scratch) {
        for (int i = 0; i < benefits.length; i++) {
            scratch[i] = extra | found.reasons(benefits[i], parts[i]);
        }
        return of(scratch);
    }

    /** @param scratch the reasons by benefit; only as many count as there are benefits */
    Verdict of(long[] scratch) {
        long hash = 0;
        for (int i = 0; i < benefits.length; i++) {
            hash = (hash ^ scratch[i]) * 0x9E37_79B9_7F4A_7C15L;
        }
        int slot = (int) (hash >>> 32) & KEPT - 1;
        var known = kept[slot];
        if (known != null && known.isOf(scratch)) {
            return known;
        }
        var made = Verdict.of(benefits, Arrays.copyOf(scratch, benefits.length));
        kept[slot] = made;
        return made;
    }
}
