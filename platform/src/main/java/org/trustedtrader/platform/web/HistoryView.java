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
 * acted; only officers read who it was, the internal notes, and the reasons of confidential changes.
 */
public record HistoryView(List<Entry> items) {

    /** For the API's description of a decision's {@code internalNote}. */
    public static final String INTERNAL_NOTE =
            "For officers and auditors, in the history only. The company reads it nowhere, and no event carries it.";

    /** For the API's description of a decision's {@code note}. */
    public static final String TOLD =
            "The company reads it, in its history too. What it must not read is an internalNote.";

    /**
     * One change; times are UTC.
     *
     * @param change what happened, such as {@code submitted}
     * @param name   the same, under the name that visits have always used; absent elsewhere
     * @param changes old and new values; absent where the history shows none
     * @param role   {@code programme} for the platform itself
     * @param actor  null for a company
     * @param internalNote for officers only; absent if there is none
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
            String hash,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String internalNote) {

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
                    hash,
                    internalNote);
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
                entry.hash(),
                officer && !entry.internalNote().isEmpty() ? entry.internalNote() : null);
    }

    private static String role(HistoryEntry entry) {
        if (entry.actor().startsWith("service:")) {
            return "programme";
        }
        return Arrays.stream(entry.actorRoles().split("[, ]+")).sorted().collect(Collectors.joining(", "));
    }
}
