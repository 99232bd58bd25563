package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/**
 * One entry of the history; times are UTC.
 *
 * @param role  in which role somebody acted; {@code programme} for the platform itself
 * @param actor who it was; only officers are told
 */
record HistoryLine(
        long version,
        String change,
        Instant effectiveAt,
        Instant recordedAt,
        String from,
        String to,
        String reason,
        String legalBasis,
        String role,
        @Nullable String actor,
        String hash) {

    static HistoryLine of(HistoryEntry entry, Actor reader) {
        return new HistoryLine(
                entry.version(),
                entry.name(),
                entry.effectiveAt(),
                entry.recordedAt(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.legalBasis(),
                role(entry),
                reader.company().isEmpty() ? entry.actor() : null,
                entry.hash());
    }

    private static String role(HistoryEntry entry) {
        return entry.actor().startsWith("service:")
                ? "programme"
                : Arrays.stream(entry.actorRoles().split("[, ]+")).sorted().collect(Collectors.joining(", "));
    }
}
