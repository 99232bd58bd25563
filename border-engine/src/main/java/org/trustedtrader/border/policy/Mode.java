package org.trustedtrader.border.policy;

/** How goods cross the border. */
public enum Mode {
    HIGHWAY,
    RAIL,
    AIR,
    MARINE;

    public static final int COUNT = values().length;
}
