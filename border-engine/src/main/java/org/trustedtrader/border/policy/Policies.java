package org.trustedtrader.border.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** All versions of the rules, each in force from its date until the next one's; the first also rules what was before. */
public final class Policies {

    private final List<Policy> ascending;

    public Policies(List<Policy> policies) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("There is no policy.");
        }
        ascending = policies.stream()
                .sorted(Comparator.comparing(Policy::effectiveFrom))
                .toList();
        var seen = new HashSet<Object>();
        for (var policy : ascending) {
            if (!seen.add(policy.version()) || !seen.add(policy.effectiveFrom())) {
                throw new IllegalArgumentException("Two policies share version or date: " + policy.version());
            }
        }
    }

    /** @param millis since the epoch, programme time */
    public Policy at(long millis) {
        for (int i = ascending.size() - 1; i > 0; i--) {
            if (ascending.get(i).effectiveFrom().toEpochMilli() <= millis) {
                return ascending.get(i);
            }
        }
        return ascending.getFirst();
    }

    public List<Instant> changes() {
        return ascending.stream().skip(1).map(Policy::effectiveFrom).toList();
    }
}
