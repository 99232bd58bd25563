package org.trustedtrader.assessment.risk;

/**
 * What a score means: 1–2 low, 3–4 medium, 6–9 high (threat × vulnerability, each 1–3). The order is that of work lists: what
 * is not known ranks above what is known to be a high risk.
 */
public enum Band {
    LOW,
    MEDIUM,
    HIGH,
    /** No score: what the rating depends on is missing. */
    UNRATED;

    public static Band of(int score) {
        if (score < 1 || score > 9) {
            throw new IllegalArgumentException("a score lies between 1 and 9, not at " + score);
        }
        return score <= 2 ? LOW : score <= 4 ? MEDIUM : HIGH;
    }

    public Band atLeast(Band floor) {
        return compareTo(floor) >= 0 ? this : floor;
    }
}
