package org.trustedtrader.assessment.criteria;

/** The twelve categories that the criteria of trusted-trader programmes fall into, as CTPAT groups them. */
public enum Category {
    VISION_AND_RESPONSIBILITY(FocusArea.CORPORATE_SECURITY),
    RISK_ASSESSMENT(FocusArea.CORPORATE_SECURITY),
    BUSINESS_PARTNERS(FocusArea.CORPORATE_SECURITY),
    CYBERSECURITY(FocusArea.CORPORATE_SECURITY),
    CONVEYANCES(FocusArea.TRANSPORTATION_SECURITY),
    SEALS(FocusArea.TRANSPORTATION_SECURITY),
    PROCEDURAL(FocusArea.TRANSPORTATION_SECURITY),
    AGRICULTURAL(FocusArea.TRANSPORTATION_SECURITY),
    PHYSICAL_SECURITY(FocusArea.PEOPLE_AND_PHYSICAL_SECURITY),
    PHYSICAL_ACCESS(FocusArea.PEOPLE_AND_PHYSICAL_SECURITY),
    PERSONNEL(FocusArea.PEOPLE_AND_PHYSICAL_SECURITY),
    EDUCATION_AND_TRAINING(FocusArea.PEOPLE_AND_PHYSICAL_SECURITY);

    /** The three areas that group the categories. */
    public enum FocusArea {
        CORPORATE_SECURITY,
        TRANSPORTATION_SECURITY,
        PEOPLE_AND_PHYSICAL_SECURITY
    }

    private final FocusArea focusArea;

    Category(FocusArea focusArea) {
        this.focusArea = focusArea;
    }

    public FocusArea focusArea() {
        return focusArea;
    }
}
