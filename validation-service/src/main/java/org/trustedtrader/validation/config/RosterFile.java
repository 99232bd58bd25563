package org.trustedtrader.validation.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.planning.Officer;
import org.trustedtrader.validation.planning.Roster;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;

/** The field officers as the data file writes them. */
record RosterFile(List<Entry> officers) {

    /**
     * @param days    working days with the same hours, on the clock of {@code timeZone}; to before from is a night
     * @param virtual when the officer can make virtual visits on those days; the same hours if absent
     */
    record Entry(
            String actor,
            Set<String> regions,
            Set<String> languages,
            ZoneId timeZone,
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime to,
            int visitsPerWeek,
            @Nullable List<Absence> leave,
            @Nullable List<Tie> conflicts,
            @Nullable Hours virtual) {

        private Officer officer() {
            return new Officer(
                    actor,
                    regions,
                    languages,
                    timeZone,
                    OpeningHours.on(days, new Span(from, to)),
                    leave == null
                            ? List.of()
                            : leave.stream()
                                    .map(span -> new Officer.Leave(span.from(), span.to()))
                                    .toList(),
                    conflicts == null
                            ? List.of()
                            : conflicts.stream()
                                    .map(tie -> new Officer.Conflict(tie.company(), tie.reason()))
                                    .toList(),
                    visitsPerWeek,
                    OpeningHours.on(days, virtual == null ? new Span(from, to) : virtual.span()));
        }
    }

    record Hours(LocalTime from, LocalTime to) {

        private Span span() {
            return new Span(from, to);
        }
    }

    record Absence(LocalDate from, LocalDate to) {}

    record Tie(String company, String reason) {}

    Roster roster() {
        return new Roster(officers.stream().map(Entry::officer).toList());
    }
}
