package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/**
 * One entry of the history; times are UTC.
 *
 * @param reason empty for the company where it is written for officers
 * @param role   in which role somebody acted; {@code programme} for the platform itself
 * @param actor  who it was; only officers are told
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

    /** Changes whose reasons are for officers only. */
    private static final Set<String> CONFIDENTIAL = Set.of("reopened");

    static HistoryLine of(HistoryEntry entry, Actor reader) {
        boolean officer = reader.company().isEmpty();
        return new HistoryLine(
                entry.version(),
                entry.name(),
                entry.effectiveAt(),
                entry.recordedAt(),
                entry.from(),
                entry.to(),
                officer || !CONFIDENTIAL.contains(entry.name()) ? entry.reason() : "",
                entry.legalBasis(),
                role(entry),
                officer ? entry.actor() : null,
                entry.hash());
    }

    private static String role(HistoryEntry entry) {
        return entry.actor().startsWith("service:")
                ? "programme"
                : Arrays.stream(entry.actorRoles().split("[, ]+")).sorted().collect(Collectors.joining(", "));
    }
}
