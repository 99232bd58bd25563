package org.trustedtrader.assessment.criteria;

/** The programmes to which a criterion is cross-walked: Canada's, that of the United States, and the European one. */
public enum Programme {
    PIP,
    CTPAT,
    AEO
}
