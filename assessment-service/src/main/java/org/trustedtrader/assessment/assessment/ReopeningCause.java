package org.trustedtrader.assessment.assessment;

/** Why a completed assessment is taken up again. */
public enum ReopeningCause {
    INCIDENT,
    CHANGE,
    OFFICER
}
