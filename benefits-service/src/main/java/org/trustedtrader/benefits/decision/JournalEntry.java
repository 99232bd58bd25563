package org.trustedtrader.benefits.decision;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.examination.Examination;

/**
 * One answered question.
 *
 * @param id          written form of a {@link DecisionId}
 * @param kind        which {@link DecisionKind} of question it was
 * @param askedBy     pseudonymous actor id
 * @param examination whether the crossing was selected; null for other questions
 */
public record JournalEntry(
        String id,
        String kind,
        String askedBy,
        Moment moment,
        Record question,
        Record answer,
        @Nullable Examination examination) {}
