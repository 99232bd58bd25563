package org.trustedtrader.border.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

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
        return ascending.get(indexAt(millis));
    }

    /** Ascending by the time from which each is in force. */
    public List<Policy> inOrder() {
        return ascending;
    }

    /** The index in {@link #inOrder} of the policy at that time. */
    public int indexAt(long millis) {
        var i = ascending.size() - 1;
        while (i > 0 && ascending.get(i).effectiveFrom().toEpochMilli() > millis) {
            i--;
        }
        return i;
    }

    /** When another policy than the one at that time takes over, milliseconds; {@link Long#MAX_VALUE} if none is known. */
    public long nextChange(long millis) {
        for (int i = 1; i < ascending.size(); i++) {
            var from = ascending.get(i).effectiveFrom().toEpochMilli();
            if (from > millis) {
                return from;
            }
        }
        return Long.MAX_VALUE;
    }

    public Optional<Policy> version(String name) {
        return ascending.stream().filter(p -> p.version().equals(name)).findFirst();
    }

    /** These as if there had never been that version. */
    public Policies without(String name) {
        return new Policies(
                ascending.stream().filter(p -> !p.version().equals(name)).toList());
    }
}
