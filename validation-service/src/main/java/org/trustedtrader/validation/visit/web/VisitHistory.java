package org.trustedtrader.validation.visit.web;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What was done, by whom, when and why; oldest first. */
record VisitHistory(List<Entry> items) {

    record Entry(
            long version,
            String name,
            String actor,
            Instant effectiveAt,
            Instant recordedAt,
            String from,
            String to,
            String reason,
            String legalBasis,
            String hash) {}

    static VisitHistory of(List<HistoryEntry> history) {
        return new VisitHistory(history.stream()
                .map(entry -> new Entry(
                        entry.version(),
                        entry.name(),
                        entry.actor(),
                        entry.effectiveAt(),
                        entry.recordedAt(),
                        entry.from(),
                        entry.to(),
                        entry.reason(),
                        entry.legalBasis(),
                        entry.hash()))
                .toList());
    }
}
