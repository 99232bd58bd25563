package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/** Compares two policies over profiles, each as often as there are traders that have it. */
public final class PolicyEffects {

    private final long[] gain = new long[Standing.SLOTS];
    private final long[] lose = new long[Standing.SLOTS];
    private final long[] keep = new long[Standing.SLOTS];

    private PolicyEffects() {}

    /** For the parts that have a share in the benefit under either policy. @param traders how many have each profile */
    public static List<PolicyEffect> between(Policy before, Policy after, Map<Profile, Long> traders) {
        var counted = new PolicyEffects();
        traders.forEach(
                (profile, number) -> counted.count(Standing.of(profile, before), Standing.of(profile, after), number));
        List<PolicyEffect> effects = new ArrayList<>();
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                if (before.rule(benefit).asks(role) || after.rule(benefit).asks(role)) {
                    effects.add(counted.effect(benefit, role));
                }
            }
        }
        return List.copyOf(effects);
    }

    private void count(long[] has, long[] wouldHave, long number) {
        for (int slot = 0; slot < Standing.SLOTS; slot++) {
            if (has[slot] == 0) {
                (wouldHave[slot] == 0 ? keep : lose)[slot] += number;
            } else if (wouldHave[slot] == 0) {
                gain[slot] += number;
            }
        }
    }

    private PolicyEffect effect(Benefit benefit, Role role) {
        var slot = Standing.slot(benefit, role);
        return new PolicyEffect(benefit, role, gain[slot], lose[slot], keep[slot]);
    }
}
