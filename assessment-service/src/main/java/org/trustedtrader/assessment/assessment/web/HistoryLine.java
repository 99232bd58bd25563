package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** One entry of the history; times are UTC. */
record HistoryLine(
        long version,
        String name,
        String actor,
        Instant effectiveAt,
        Instant recordedAt,
        String from,
        String to,
        String reason,
        String legalBasis,
        String hash) {

    static HistoryLine of(HistoryEntry entry) {
        return new HistoryLine(
                entry.version(),
                entry.name(),
                entry.actor(),
                entry.effectiveAt(),
                entry.recordedAt(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.legalBasis(),
                entry.hash());
    }
}
