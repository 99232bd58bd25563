package org.trustedtrader.validation.planning;

import static org.trustedtrader.validation.visit.VisitFixtures.VERA;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;

/** Officers for tests. */
final class PlanningFixtures {

    static final Officer TORONTO = officer(VERA.id(), "America/Toronto", Set.of("CA", "US"), Set.of("en", "fr"), 4);
    static final Officer VANCOUVER = officer("user:pat", "America/Vancouver", Set.of("CA-BC"), Set.of("en"), 4);

    private PlanningFixtures() {}

    static Officer officer(String actor, String zone, Set<String> regions, Set<String> languages, int visitsPerWeek) {
        return new Officer(
                actor,
                regions,
                languages,
                ZoneId.of(zone),
                OpeningHours.on(OpeningHours.WEEKDAYS, new Span(LocalTime.of(8, 0), LocalTime.of(18, 0))),
                List.of(new Officer.Leave(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 12))),
                List.of(new Officer.Conflict("111222337", "Worked there")),
                visitsPerWeek,
                OpeningHours.on(OpeningHours.WEEKDAYS, new Span(LocalTime.of(6, 0), LocalTime.MIDNIGHT)));
    }
}
