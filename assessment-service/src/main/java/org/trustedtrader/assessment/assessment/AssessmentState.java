package org.trustedtrader.assessment.assessment;

/** {@code OPEN → SUBMITTED → COMPLETED → REOPENED → SUBMITTED …}; CLOSED when the application has ended otherwise. */
public enum AssessmentState {
    OPEN,
    SUBMITTED,
    COMPLETED,
    REOPENED,
    CLOSED
}
