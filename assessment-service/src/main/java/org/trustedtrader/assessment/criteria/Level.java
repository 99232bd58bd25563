package org.trustedtrader.assessment.criteria;

/** Whether a criterion is required or recommended. */
public enum Level {
    MUST,
    SHOULD
}
