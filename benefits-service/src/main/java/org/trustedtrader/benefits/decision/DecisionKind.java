package org.trustedtrader.benefits.decision;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.examination.Examination;

/** A kind of question that is journalled, and how its answer is derived again from history. */
public interface DecisionKind {

    String name();

    /** What the same question gives with the same versions at the same moment under the same id. */
    Again again(JournalEntry entry);

    /** An answer and, of a crossing, its selection for examination. */
    record Again(Record answer, @Nullable Examination examination) {}
}
