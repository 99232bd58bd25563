package org.trustedtrader.enrolment.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.roles.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/**
 * What happened to a record, oldest first, with both its times: from when it counts and when it was recorded. A company
 * reads in which role somebody acted, and only officers read who it was.
 */
public record HistoryView(List<Line> items) {

    /** Changes whose reasons are for officers only. */
    private static final Set<String> CONFIDENTIAL = Set.of("vetted");

    public record Line(
            long version,
            String change,
            Instant effectiveAt,
            Instant recordedAt,
            String from,
            String to,
            String reason,
            String legalBasis,
            String role,
            @Nullable String actor) {}

    public static HistoryView of(List<HistoryEntry> history, Actor reader) {
        var officer = Roles.isOfficer(reader);
        return new HistoryView(
                history.stream().map(entry -> line(entry, officer)).toList());
    }

    private static Line line(HistoryEntry entry, boolean officer) {
        return new Line(
                entry.version(),
                entry.name(),
                entry.effectiveAt(),
                entry.recordedAt(),
                entry.from(),
                entry.to(),
                officer || !CONFIDENTIAL.contains(entry.name()) ? entry.reason() : "",
                entry.legalBasis(),
                role(entry),
                officer ? entry.actor() : null);
    }

    private static String role(HistoryEntry entry) {
        if (entry.actor().startsWith("service:")) {
            return "programme";
        }
        return Arrays.stream(entry.actorRoles().split("[, ]+")).sorted().collect(Collectors.joining(", "));
    }
}
