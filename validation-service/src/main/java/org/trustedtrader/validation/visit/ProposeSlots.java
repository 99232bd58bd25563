package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** An officer offers slots at one of the company's sites, as enrolment knows it now. */
public final class ProposeSlots {

    private final Visits visits;
    private final ChooseSite chooseSite;
    private final KeepRequiredSites requiredSites;
    private final SchedulingRules rules;
    private final Clock clock;

    public ProposeSlots(
            Visits visits, ChooseSite chooseSite, KeepRequiredSites requiredSites, SchedulingRules rules, Clock clock) {
        this.visits = visits;
        this.chooseSite = chooseSite;
        this.requiredSites = requiredSites;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param siteId null for the site that the visit is due for, else the site with the highest priority
     * @throws Refusal.Unavailable if enrolment cannot say which sites there are
     */
    public Visit propose(String id, @Nullable String siteId, Schedule.Mode mode, List<Slot> slots, Command command) {
        var actor = command.actor();
        var before = visits.visible(id, actor).snapshot();
        var site = chooseSite.forVisit(before, siteId);
        var visit = visits.change(id, command, v -> v.propose(site, mode, slots, rules, actor, clock.instant()));
        before.siteId()
                .filter(former -> !former.equals(site.id()))
                .ifPresent(former -> requiredSites.siteDropped(before, former));
        return visit;
    }
}
