package org.trustedtrader.enrolment.company;

/** What happens at a site. */
public enum SiteFunction {
    OFFICE,
    WAREHOUSE,
    CROSS_DOCK,
    YARD,
    PRODUCTION,
    TERMINAL
}
