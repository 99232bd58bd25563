package org.trustedtrader.validation.visit;

/** The life of a finding; DISPUTED means that the validator does not accept the company's response. */
public enum FindingState {
    RAISED,
    COMMUNICATED,
    RESPONDED,
    ACCEPTED,
    DISPUTED,
    RESOLVED
}
