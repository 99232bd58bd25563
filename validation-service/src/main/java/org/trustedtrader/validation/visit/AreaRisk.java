package org.trustedtrader.validation.visit;

/** The risk that the validator sees in one area of the security profile, and why. */
public record AreaRisk(String area, RiskLevel level, String note) {}
