package org.trustedtrader.border.policy;

/** I certified, II validated, III exceeds the criteria. */
public enum Tier {
    I,
    II,
    III;

    public boolean reaches(Tier minimum) {
        return compareTo(minimum) >= 0;
    }
}
