package org.trustedtrader.assessment.criteria;

/** What happens at a site, as companies register it; it decides which criteria are asked there. */
public enum SiteFunction {
    OFFICE,
    WAREHOUSE,
    CROSS_DOCK,
    YARD,
    PRODUCTION,
    TERMINAL
}
