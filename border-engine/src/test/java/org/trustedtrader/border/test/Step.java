package org.trustedtrader.border.test;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.trader.Revision;

/** What happens to a border in a {@link RandomWorld}. */
public sealed interface Step {

    record Announcement(Revision revision) implements Step {}

    /** @param knownAt null for all that is known */
    record Asked(Question question, Moment moment, @Nullable Instant knownAt) implements Step {}

    /** @param knownAt null for all that is known */
    record Crossed(
            Crossing crossing, Moment moment, @Nullable Instant knownAt) implements Step {}
}
