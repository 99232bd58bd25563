package org.trustedtrader.border.eligibility;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;

/**
 * Whether traders or cards qualify at one time.
 *
 * @param at      programme time
 * @param benefit the only one asked for, or null for all
 * @param knownAt asks what follows from what was known by that time, machine time of the owners' records; null for now
 */
public record Question(
        Instant at,
        @Nullable Benefit benefit,
        List<Item> items,
        @Nullable Instant knownAt) {

    public Question {
        items = List.copyOf(items);
    }

    public Question(Instant at, @Nullable Benefit benefit, List<Item> items) {
        this(at, benefit, items, null);
    }

    /** One identifier as it was written, well-formed or not. */
    public record Item(String scheme, String id) {}
}
