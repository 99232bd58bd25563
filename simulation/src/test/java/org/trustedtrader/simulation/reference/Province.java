package org.trustedtrader.simulation.reference;

/** Where a company's legal periods end. */
public enum Province {
    ON,
    QC,
    /** A company whose province adds no holiday. */
    NONE
}
