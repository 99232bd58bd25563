package org.trustedtrader.border.policy;

/** Which way goods cross the border. */
public enum Direction {
    INTO_CANADA,
    OUT_OF_CANADA
}
