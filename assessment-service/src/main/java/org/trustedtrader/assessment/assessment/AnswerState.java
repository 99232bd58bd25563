package org.trustedtrader.assessment.assessment;

/** {@code EMPTY → (ANSWERED | NA_CLAIMED) → (ACCEPTED | NA_ACCEPTED | REJECTED | EXEMPTED)}. */
public enum AnswerState {
    EMPTY,
    ANSWERED,
    NA_CLAIMED,
    ACCEPTED,
    REJECTED,
    NA_ACCEPTED,
    EXEMPTED;

    /** Whether an officer has had a say on it. */
    public boolean isJudged() {
        return this == REJECTED || isSettled();
    }

    /** Whether nothing more is asked of the company. */
    public boolean isSettled() {
        return this == ACCEPTED || this == NA_ACCEPTED || this == EXEMPTED;
    }
}
