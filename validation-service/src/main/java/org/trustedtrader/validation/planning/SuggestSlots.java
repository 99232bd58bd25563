package org.trustedtrader.validation.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitParameters;
import org.trustedtrader.validation.visit.Visits;

/** Looks for times at which an officer could make a visit, by the very rules that a proposal has to keep. */
public final class SuggestSlots {

    private final Visits visits;
    private final ChooseSite chooseSite;
    private final Roster roster;
    private final Parameters parameters;
    private final Clock clock;

    public SuggestSlots(Visits visits, ChooseSite chooseSite, Roster roster, Parameters parameters, Clock clock) {
        this.visits = visits;
        this.chooseSite = chooseSite;
        this.roster = roster;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The numbers and days that the search goes by. */
    public record Parameters(VisitParameters visits, PlanningParameters planning, BusinessCalendar calendar) {}

    /**
     * What is asked for.
     *
     * @param siteId  null for the site that the visit is due for, else the site with the highest priority
     * @param officer null for any
     * @param limit   how many slots
     */
    public record Request(
            @Nullable String siteId,
            Schedule.Mode mode,
            @Nullable String officer,
            int limit) {}

    /**
     * What the system suggests to the validator.
     *
     * @param earliest  first day looked at, on the site's calendar
     * @param latest    last day looked at
     * @param sites     the company's sites, the one to visit first; the slots are for the first, or for the one asked for
     * @param slots     one a day at most, earliest first
     * @param obstacles why other days and officers were left out, the most frequent first
     */
    public record Result(
            String siteId,
            LocalDate earliest,
            LocalDate latest,
            List<ChooseSite.Priority> sites,
            List<Suggestion> slots,
            List<Obstacle> obstacles) {

        public Result {
            sites = List.copyOf(sites);
            slots = List.copyOf(slots);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** A slot that keeps every rule now, and what speaks for it. */
    public record Suggestion(Slot slot, List<Message> reasons) {
        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /** A rule that ruled slots out, how many, and one of them. */
    public record Obstacle(String rule, int times, Message example) {}

    /** @throws Refusal.Unavailable if enrolment cannot say which sites there are */
    public Result suggest(String id, Request request, Actor actor) {
        var visit = visits.visible(id, actor);
        var company = visit.snapshot().origin().company();
        var sites = chooseSite.priorities(company);
        var site = ChooseSite.forVisit(sites, visit.snapshot(), request.siteId());
        var now = clock.instant();
        var earliest = site.dateOf(now).plusDays(parameters.visits().noticeDays());
        var latest = earliest.plusDays(parameters.planning().horizonDays());
        int hours = parameters.planning().usualHours(request.mode());
        var search = new SlotSearch(rules(), visit, site, request.mode(), hours, now);
        var officers = roster.officers().stream()
                .filter(o -> request.officer() == null || o.actor().equals(request.officer()))
                .toList();
        earliest.datesUntil(latest.plusDays(1))
                .map(day -> search.on(day, officers))
                .flatMap(Optional::stream)
                .limit(request.limit())
                .forEach(search::take);
        return new Result(site.id(), earliest, latest, sites, search.taken(), search.obstacles());
    }

    /** The rules of every proposal; each officer's visits are read once for a whole search. */
    private SlotRules rules() {
        var occupying = new HashMap<String, List<Visit>>();
        return new SlotRules(
                parameters.visits(),
                parameters.calendar(),
                roster,
                officer -> occupying.computeIfAbsent(officer, visits::occupying));
    }
}
