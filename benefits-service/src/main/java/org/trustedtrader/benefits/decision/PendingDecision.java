package org.trustedtrader.benefits.decision;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.examination.RandomSelection;

/**
 * A question that has an answer and waits to be journalled.
 *
 * @param askedBy pseudonymous actor id
 * @param draw    selects for examination once the decision has its id; null where nothing is examined
 */
public record PendingDecision(
        String kind,
        String askedBy,
        Moment moment,
        Record question,
        Record answer,
        @Nullable RandomSelection draw) {

    /** This, as the decision of that id. */
    public JournalEntry as(String id) {
        return new JournalEntry(id, kind, askedBy, moment, question, answer, draw == null ? null : draw.of(id));
    }
}
