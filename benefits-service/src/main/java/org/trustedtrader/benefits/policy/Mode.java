package org.trustedtrader.benefits.policy;

/** How goods cross the border. */
public enum Mode {
    HIGHWAY,
    RAIL,
    AIR,
    MARINE
}
