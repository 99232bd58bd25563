package org.trustedtrader.border.feed;

import java.time.Duration;

/**
 * @param keptChanges how many recent changes are kept for readers who come back or are slow
 * @param batch       how many changes a batch has at most
 * @param heartbeat        how long after a batch another one follows, even if nothing has changed
 */
public record FeedLimits(int keptChanges, int batch, Duration heartbeat) {

    public FeedLimits {
        if (keptChanges < 1 || batch < 1 || !heartbeat.isPositive()) {
            throw new IllegalArgumentException("A feed needs room for a change and a beat.");
        }
    }
}
