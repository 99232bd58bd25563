package org.trustedtrader.border.monitoring;

import org.trustedtrader.border.eligibility.Outcome;

/** All that a company learns about another one. */
public enum Disclosure {
    /** It has at least one benefit now. */
    ELIGIBLE,
    /** It has none now. */
    INELIGIBLE,
    /** It is not known well enough; nobody did anything wrong. */
    INDETERMINATE,
    /** There is no such company, or it is no member, or one of the two has not consented: which, is not said. */
    NOT_DISCLOSED;

    public static Disclosure of(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> ELIGIBLE;
            case INELIGIBLE -> INELIGIBLE;
            case INDETERMINATE -> INDETERMINATE;
        };
    }
}
