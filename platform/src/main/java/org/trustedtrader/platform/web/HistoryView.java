package org.trustedtrader.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/**
 * The history of an aggregate as every service answers it, oldest entry first. A company reads in which role somebody
 * acted; only officers read who it was, and only officers read the reasons of confidential changes.
 */
public record HistoryView(List<Entry> items) {

    /**
     * One change; times are UTC.
     *
     * @param change what happened, such as {@code submitted}
     * @param name   the same, under the name that visits have always used; absent elsewhere
     * @param changes old and new values; absent where the history shows none
     * @param role   {@code programme} for the platform itself
     * @param actor  null for a company
     */
    public record Entry(
            long version,
            String change,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            Instant effectiveAt,
            Instant recordedAt,
            String from,
            String to,
            String reason,
            String legalBasis,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldChange> changes,

            String role,
            @Nullable String actor,
            String hash) {

        private Entry named() {
            return new Entry(
                    version,
                    change,
                    change,
                    effectiveAt,
                    recordedAt,
                    from,
                    to,
                    reason,
                    legalBasis,
                    changes,
                    role,
                    actor,
                    hash);
        }
    }

    public static HistoryView of(List<HistoryEntry> history, Actor reader) {
        return of(history, reader, Set.of());
    }

    /** @param confidential names of changes whose reasons only officers read */
    public static HistoryView of(List<HistoryEntry> history, Actor reader, Set<String> confidential) {
        var officer = Roles.isOfficer(reader);
        return new HistoryView(history.stream()
                .map(entry -> entry(entry, officer, officer || !confidential.contains(entry.name())))
                .toList());
    }

    /** The same history with each change's name in {@code name} too, for clients that read visits. */
    public HistoryView withNames() {
        return new HistoryView(items.stream().map(Entry::named).toList());
    }

    private static Entry entry(HistoryEntry entry, boolean officer, boolean withReason) {
        return new Entry(
                entry.version(),
                entry.name(),
                null,
                entry.effectiveAt(),
                entry.recordedAt(),
                entry.from(),
                entry.to(),
                withReason ? entry.reason() : "",
                entry.legalBasis(),
                entry.changes(),
                role(entry),
                officer ? entry.actor() : null,
                entry.hash());
    }

    private static String role(HistoryEntry entry) {
        if (entry.actor().startsWith("service:")) {
            return "programme";
        }
        return Arrays.stream(entry.actorRoles().split("[, ]+")).sorted().collect(Collectors.joining(", "));
    }
}
