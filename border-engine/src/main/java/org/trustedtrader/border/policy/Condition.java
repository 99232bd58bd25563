package org.trustedtrader.border.policy;

/** What a benefit may ask of the crossing itself, apart from who takes part in it. */
public enum Condition {
    HIGHWAY_MODE,
    FAST_PORT,
    INTO_CANADA,
    DRIVER_CARD,
    DIRECT_FROM_US_OR_MEXICO,
    NO_REGULATED_GOODS
}
