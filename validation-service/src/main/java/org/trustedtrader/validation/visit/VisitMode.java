package org.trustedtrader.validation.visit;

/** How a visit is made. */
public enum VisitMode {
    ON_SITE,
    VIRTUAL,
    HYBRID
}
