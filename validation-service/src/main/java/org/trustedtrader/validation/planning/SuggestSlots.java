package org.trustedtrader.validation.planning;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitMode;
import org.trustedtrader.validation.visit.Visits;

/** Looks for times at which an officer could make a visit, by the very rules that a proposal has to keep. */
public final class SuggestSlots {

    private final Visits visits;
    private final ChooseSite chooseSite;
    private final Rulebook rulebook;
    private final PlanningTerms terms;
    private final Clock clock;

    public SuggestSlots(Visits visits, ChooseSite chooseSite, Rulebook rulebook, PlanningTerms terms, Clock clock) {
        this.visits = visits;
        this.chooseSite = chooseSite;
        this.rulebook = rulebook;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What is wished for.
     *
     * @param siteId  null for the site with the highest priority
     * @param officer null for any
     * @param limit   how many slots
     */
    public record Wish(
            @Nullable String siteId,
            VisitMode mode,
            @Nullable String officer,
            int limit) {}

    /** @throws Refusal.Unavailable if enrolment cannot say which sites there are */
    public SlotSuggestions forVisit(String id, Wish wish, Actor actor) {
        var visit = visits.visible(id, actor);
        var company = visit.file().origin().company();
        var sites = chooseSite.priorities(company);
        var site = ChooseSite.among(sites, wish.siteId());
        var busy = new HashMap<String, List<Visit>>();
        var rules = rulebook.rules(officer -> busy.computeIfAbsent(officer, visits::occupying));
        var officers = rulebook.roster().officers().stream()
                .filter(o -> wish.officer() == null || o.actor().equals(wish.officer()))
                .toList();
        var now = clock.instant();
        var earliest = site.dateOf(now).plusDays(rulebook.terms().noticeDays());
        var latest = earliest.plusDays(terms.horizonDays());
        var search = new SlotSearch(rules, visit, site, wish.mode(), terms.usualHours(wish.mode()), now);
        earliest.datesUntil(latest.plusDays(1))
                .map(day -> search.on(day, officers))
                .flatMap(Optional::stream)
                .limit(wish.limit())
                .forEach(search::take);
        return new SlotSuggestions(site.id(), earliest, latest, sites, search.taken(), search.obstacles());
    }
}
