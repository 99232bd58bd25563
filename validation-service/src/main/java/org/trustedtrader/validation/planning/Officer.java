package org.trustedtrader.validation.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;

/**
 * A field officer, known by the actor id only.
 *
 * @param regions       countries ({@code CA}) or regions of one ({@code CA-ON}) that the officer covers
 * @param languages     ISO 639-1, such as {@code en}
 * @param hours         when the officer works, on the clock of {@code zone}
 * @param virtualHours  when the officer can make virtual visits, at other hours for sites far away
 * @param conflicts     companies that the officer must not visit
 * @param visitsPerWeek how many visits are enough for one week, Monday to Sunday
 */
public record Officer(
        String actor,
        Set<String> regions,
        Set<String> languages,
        ZoneId zone,
        OpeningHours hours,
        List<Leave> leave,
        List<Conflict> conflicts,
        int visitsPerWeek,
        OpeningHours virtualHours) {

    public Officer {
        regions = Set.copyOf(regions);
        languages = Set.copyOf(languages);
        leave = List.copyOf(leave);
        conflicts = List.copyOf(conflicts);
    }

    /** Both days included. */
    public record Leave(LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Why the officer is not impartial towards a company; the reason stays within the programme. */
    public record Conflict(String company, String reason) {}

    OpeningHours hoursFor(Schedule.Mode mode) {
        return mode == Schedule.Mode.VIRTUAL ? virtualHours : hours;
    }

    /** Nobody has to travel to a virtual visit. */
    boolean canVisit(Site site, Schedule.Mode mode) {
        return mode == Schedule.Mode.VIRTUAL || coversRegionOf(site);
    }

    private boolean coversRegionOf(Site site) {
        return regions.contains(site.country()) || regions.contains(site.country() + "-" + site.region());
    }

    boolean speaks(String language) {
        return languages.contains(language);
    }

    boolean isOnLeave(LocalDate day) {
        return leave.stream().anyMatch(span -> span.covers(day));
    }

    Optional<Conflict> conflictWith(String company) {
        return conflicts.stream().filter(c -> c.company().equals(company)).findFirst();
    }
}
