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
import java.util.stream.Stream;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.validation.planning.SuggestSlots.Obstacle;
import org.trustedtrader.validation.planning.SuggestSlots.Suggestion;
import org.trustedtrader.validation.visit.OpeningHours.Interval;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotPolicy;
import org.trustedtrader.validation.visit.Visit;

/** One search for slots: tries each day with the officer who has the fewest slots so far, and remembers what stood against it. */
final class SlotSearch {

    private final SlotPolicy rules;
    private final Visit visit;
    private final Site site;
    private final Schedule.Mode mode;
    private final int hours;
    private final Instant now;
    private final List<Suggestion> taken = new ArrayList<>();
    private final Map<String, Obstacle> obstacles = new TreeMap<>();

    SlotSearch(SlotPolicy rules, Visit visit, Site site, Schedule.Mode mode, int hours, Instant now) {
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
                .flatMap(officer -> candidates(day, officer).stream())
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

    /**
     * As early as both the site and the officer are there, in each span of the site's hours on that day of its calendar. If
     * they never are, the site's opening, so that the rules say why not.
     */
    private List<Slot> candidates(LocalDate day, Officer officer) {
        var open = site.hours().intervals(day, site.zone());
        var together = open.stream()
                .flatMap(interval -> starts(interval, officer))
                .filter(start -> site.dateOf(start).equals(day))
                .sorted()
                .toList();
        var starts = together.isEmpty() ? open.stream().map(Interval::start).toList() : together;
        return starts.stream()
                .map(start -> new Slot(officer.actor(), start.truncatedTo(ChronoUnit.MINUTES), hours))
                .toList();
    }

    private Stream<Instant> starts(Interval open, Officer officer) {
        return Stream.of(open.start(), open.end())
                .map(instant -> instant.atZone(officer.zone()).toLocalDate())
                .distinct()
                .flatMap(day -> officer.hoursFor(mode).intervals(day, officer.zone()).stream())
                .filter(work -> work.end().isAfter(open.start()) && work.start().isBefore(open.end()))
                .map(work -> later(work.start(), open.start()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean isAllowed(Slot slot) {
        var origin = visit.snapshot().origin();
        var objections = rules.objections(
                new SlotPolicy.Question(visit.id(), origin.company(), origin.type(), mode, site, slot, now));
        objections.forEach(this::remember);
        return objections.isEmpty();
    }

    private void remember(SlotPolicy.Objection objection) {
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

    private List<Message> reasons(Slot slot) {
        var notice = ChronoUnit.DAYS.between(site.dateOf(now), site.dateOf(slot.startsAt()));
        var language = SlotRules.inWords(SlotRules.languageOf(site));
        return List.of(
                Message.of("validation.suggestion.notice", notice),
                mode == Schedule.Mode.VIRTUAL
                        ? Message.of("validation.suggestion.officer-virtual", language)
                        : Message.of("validation.suggestion.officer", site.jurisdiction(), language),
                Message.of("validation.suggestion.free"));
    }
}
