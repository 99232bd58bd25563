package org.trustedtrader.validation.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trustedtrader.validation.planning.SlotSuggestions.Obstacle;
import org.trustedtrader.validation.planning.SlotSuggestions.Suggestion;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRules;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitMode;

/** One search for slots: tries each day with the officer who has the fewest slots so far, and remembers what stood against it. */
final class SlotSearch {

    private final SlotRules rules;
    private final Visit visit;
    private final Site site;
    private final VisitMode mode;
    private final int hours;
    private final Instant now;
    private final List<Suggestion> taken = new ArrayList<>();
    private final Map<String, Obstacle> obstacles = new TreeMap<>();

    SlotSearch(SlotRules rules, Visit visit, Site site, VisitMode mode, int hours, Instant now) {
        this.rules = rules;
        this.visit = visit;
        this.site = site;
        this.mode = mode;
        this.hours = hours;
        this.now = now;
    }

    Optional<Suggestion> on(LocalDate day, List<Officer> officers) {
        return officers.stream()
                .sorted(Comparator.comparingLong(this::suggestedSoFar).thenComparing(Officer::actor))
                .flatMap(officer -> candidate(day, officer).stream())
                .filter(this::isAllowed)
                .map(slot -> new Suggestion(slot, reasons(slot)))
                .findFirst();
    }

    void take(Suggestion suggestion) {
        taken.add(suggestion);
    }

    List<Suggestion> taken() {
        return taken;
    }

    List<Obstacle> obstacles() {
        return obstacles.values().stream()
                .sorted(Comparator.comparingInt(Obstacle::times).reversed().thenComparing(Obstacle::rule))
                .toList();
    }

    /** As early as both the site and the officer are there on that day of the site's calendar. */
    private Optional<Slot> candidate(LocalDate day, Officer officer) {
        var opens = site.hours().on(day.getDayOfWeek());
        if (opens.isEmpty()) {
            return Optional.empty();
        }
        var siteOpens = day.atTime(opens.get().opens()).atZone(site.zone()).toInstant();
        var officerDay = siteOpens.atZone(officer.zone()).toLocalDate();
        return officer.hours().on(officerDay.getDayOfWeek()).map(span -> {
            var begins = officerDay.atTime(span.opens()).atZone(officer.zone()).toInstant();
            var start = begins.isAfter(siteOpens) ? begins : siteOpens;
            return new Slot(officer.actor(), start.truncatedTo(ChronoUnit.MINUTES), hours);
        });
    }

    private boolean isAllowed(Slot slot) {
        var origin = visit.file().origin();
        var objections =
                rules.objections(new SlotQuestion(visit.id(), origin.company(), origin.type(), mode, site, slot, now));
        objections.forEach(this::remember);
        return objections.isEmpty();
    }

    private void remember(Objection objection) {
        obstacles.merge(
                objection.rule(),
                new Obstacle(objection.rule(), 1, objection.reason()),
                (known, one) -> new Obstacle(known.rule(), known.times() + 1, known.example()));
    }

    private long suggestedSoFar(Officer officer) {
        return taken.stream()
                .filter(suggestion -> suggestion.slot().officer().equals(officer.actor()))
                .count();
    }

    private List<String> reasons(Slot slot) {
        var notice = ChronoUnit.DAYS.between(site.dateOf(now), site.dateOf(slot.startsAt()));
        return List.of(
                notice + " days' notice",
                "officer covers " + site.country() + "-" + site.region() + " and speaks "
                        + OfficerIsQualified.languageOf(site),
                "site open, officer at work and free, no holiday");
    }
}
