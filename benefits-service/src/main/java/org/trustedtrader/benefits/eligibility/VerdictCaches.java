package org.trustedtrader.benefits.eligibility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/** The verdicts of the policies that are asked about, for each part. */
final class VerdictCaches {

    /** Policies change seldom; those that rule no more are forgotten with all the others. */
    private static final int MOST = 64;

    private final Map<Asked, VerdictCache[]> all = new ConcurrentHashMap<>();

    private record Asked(Policy policy, @Nullable Benefit only) {}

    /** @return by the ordinal of the {@link Role} */
    VerdictCache[] of(Policy policy, @Nullable Benefit only) {
        var asked = new Asked(policy, only);
        var known = all.get(asked);
        if (known != null) {
            return known;
        }
        if (all.size() >= MOST) {
            all.clear();
        }
        return all.computeIfAbsent(asked, VerdictCaches::byRole);
    }

    private static VerdictCache[] byRole(Asked asked) {
        return Stream.of(Role.values())
                .map(role -> VerdictCache.of(asked.policy(), role, asked.only()))
                .toArray(VerdictCache[]::new);
    }
}
