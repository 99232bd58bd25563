package org.trustedtrader.enrolment.membership;

/** How much benefit: I certified, II validated, III exceeds the criteria. Full benefit is never granted before validation. */
public enum Tier {
    I,
    II,
    III
}
