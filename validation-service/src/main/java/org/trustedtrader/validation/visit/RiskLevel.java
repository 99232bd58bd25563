package org.trustedtrader.validation.visit;

/** How much risk remains, from least to most; the order matters, and what is not known ranks above what is known to be high. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    /** The assessment could not rate the company. An area that was visited is never unrated. */
    UNRATED
}
