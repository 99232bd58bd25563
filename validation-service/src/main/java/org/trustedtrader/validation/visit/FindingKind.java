package org.trustedtrader.validation.visit;

/** What a finding asks of the company: to act, to consider, or nothing. */
public enum FindingKind {
    ACTION_REQUIRED,
    RECOMMENDATION,
    BEST_PRACTICE;

    /** Whether the company is expected to reply. */
    public boolean asksForAResponse() {
        return this != BEST_PRACTICE;
    }
}
