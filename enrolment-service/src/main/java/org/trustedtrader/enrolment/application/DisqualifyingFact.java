package org.trustedtrader.enrolment.application;

/**
 * A fact that rules a company out whatever its assessment and its visits would find, so that a denial on it waits for neither.
 */
public enum DisqualifyingFact {
    CONVICTION,
    SIGNIFICANT_CONTRAVENTIONS,
    UNDISCHARGED_BANKRUPTCY,
    UNRESOLVED_CROWN_DEBT,
    FALSE_DECLARATION,
    NO_QUALIFYING_FACILITIES,
    NO_CROSS_BORDER_TRADE,
    NOT_REGISTERED_WITH_CARM,
    SECURITY_THREAT
}
