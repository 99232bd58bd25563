package org.trustedtrader.border.policy;

/** The benefits that the programme knows; which tier and line of business has which is policy data. */
public enum Benefit {
    FAST_LANE,
    REDUCED_EXAMINATION,
    FRONT_OF_LINE,
    COURIER_LOW_VALUE,
    SELF_ASSESSED_RELEASE,
    MRA_RECOGNITION;

    public static final int COUNT = values().length;

    /** Whether it is about the release of goods, so that an empty conveyance has no use for it. */
    public boolean releasesGoods() {
        return this == COURIER_LOW_VALUE || this == SELF_ASSESSED_RELEASE;
    }
}
