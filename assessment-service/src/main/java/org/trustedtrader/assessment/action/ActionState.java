package org.trustedtrader.assessment.action;

/** Where a corrective action stands. Overdue is not a state: it follows from the due date. */
public enum ActionState {
    PROPOSED,
    AGREED,
    IN_PROGRESS,
    SUBMITTED,
    VERIFIED,
    REJECTED
}
