package org.trustedtrader.border.crossing;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;

/**
 * One reason and what it is about.
 *
 * @param identifier of the carrier, importer or driver that it is about, as asked; null if it is about the crossing itself
 */
public record Finding(Reason reason, About about, @Nullable String identifier) {

    /** What part of a crossing a reason is about. */
    public enum About {
        CROSSING,
        CARRIER,
        IMPORTER,
        DRIVER
    }

    static Finding ofCrossing(Reason reason) {
        return new Finding(reason, About.CROSSING, null);
    }
}
