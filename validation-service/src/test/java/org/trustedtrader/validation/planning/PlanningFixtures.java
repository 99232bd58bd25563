package org.trustedtrader.validation.planning;

import static org.trustedtrader.validation.visit.AVisit.VERA;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;

/** Officers and holidays for tests. */
final class PlanningFixtures {

    static final Officer TORONTO = officer(VERA.id(), "America/Toronto", Set.of("CA", "US"), Set.of("en", "fr"), 4);
    static final Officer VANCOUVER = officer("user:pat", "America/Vancouver", Set.of("CA-BC"), Set.of("en"), 4);
    static final Holidays HOLIDAYS = new Holidays(
            Set.of(2026, 2027),
            Map.of(
                    LocalDate.of(2026, 12, 25), "Christmas Day",
                    LocalDate.of(2026, 12, 28), "Boxing Day (observed)",
                    LocalDate.of(2027, 1, 1), "New Year's Day"));

    private PlanningFixtures() {}

    static Officer officer(String actor, String zone, Set<String> regions, Set<String> languages, int visitsPerWeek) {
        return new Officer(
                actor,
                regions,
                languages,
                ZoneId.of(zone),
                weekdays(8, 18),
                List.of(new Officer.Leave(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 12))),
                List.of(new Officer.Conflict("111222337", "Worked there")),
                visitsPerWeek);
    }

    private static OpeningHours weekdays(int from, int to) {
        var spans = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        OpeningHours.OFFICE_HOURS
                .spans()
                .keySet()
                .forEach(day -> spans.put(day, new Span(LocalTime.of(from, 0), LocalTime.of(to, 0))));
        return new OpeningHours(spans);
    }
}
