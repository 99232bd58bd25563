package org.trustedtrader.assessment.criteria;

/** The three areas that group the {@linkplain Category categories}. */
public enum FocusArea {
    CORPORATE_SECURITY,
    TRANSPORTATION_SECURITY,
    PEOPLE_AND_PHYSICAL_SECURITY
}
