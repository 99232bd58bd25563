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
 */
public record Question(Instant at, @Nullable Benefit benefit, List<Item> items) {

    public Question {
        items = List.copyOf(items);
    }

    /** One identifier as it was written, well-formed or not. */
    public record Item(String scheme, String id) {}
}
