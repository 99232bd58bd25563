package org.trustedtrader.validation.visit;

/** How much risk remains, from least to most; the order matters. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH
}
