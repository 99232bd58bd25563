package org.trustedtrader.border.eligibility;

import org.trustedtrader.border.policy.Reason;

/** What an answer says of a benefit. INDETERMINATE is treated as no: the normal lane. */
public enum Outcome {
    ELIGIBLE,
    INELIGIBLE,
    INDETERMINATE;

    private static final long UNCERTAIN = Reasons.withEffect(Reason.Effect.UNCERTAIN);
    private static final long REFUSES = Reasons.withEffect(Reason.Effect.REFUSES);

    /** @param reasons bits of {@link Reason}s; one uncertain one makes the whole uncertain */
    public static Outcome of(long reasons) {
        if ((reasons & UNCERTAIN) != 0) {
            return INDETERMINATE;
        }
        return (reasons & REFUSES) == 0 ? ELIGIBLE : INELIGIBLE;
    }

    /** Of two benefits' outcomes the one that the whole has. */
    public Outcome orBetter(Outcome other) {
        if (this == ELIGIBLE || other == ELIGIBLE) {
            return ELIGIBLE;
        }
        return this == INDETERMINATE ? this : other;
    }
}
