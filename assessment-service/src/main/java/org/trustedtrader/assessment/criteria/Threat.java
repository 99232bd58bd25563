package org.trustedtrader.assessment.criteria;

/** What a criterion protects against, and what a country is rated for. */
public enum Threat {
    TERRORISM,
    CONTRABAND,
    HUMAN_SMUGGLING,
    ORGANISED_CRIME,
    AGRICULTURE
}
