package org.trustedtrader.benefits.decision;

import java.time.Duration;

/** How long a caller is kept waiting for what it has seen already and is not known here yet. */
public record MinVersionTimeout(Duration bound) {

    public MinVersionTimeout {
        if (bound.isNegative()) {
            throw new IllegalArgumentException("ttp.benefits.min-version-wait must not be negative");
        }
    }
}
