package org.trustedtrader.border.crossing;

import org.trustedtrader.border.eligibility.Outcome;

/** FLE: may use the FAST lane. FLI: may not. INDETERMINATE: not known well enough, so the normal lane. */
public enum Lane {
    FLE,
    FLI,
    INDETERMINATE;

    static Lane of(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> FLE;
            case INELIGIBLE -> FLI;
            case INDETERMINATE -> INDETERMINATE;
        };
    }
}
