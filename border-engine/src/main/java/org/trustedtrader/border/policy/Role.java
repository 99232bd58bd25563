package org.trustedtrader.border.policy;

/** In what part a trader is asked about: as the carrier of a crossing, as an importer of its goods, or in any part. */
public enum Role {
    CARRIER,
    IMPORTER,
    HOLDER;

    public static final int COUNT = values().length;
}
