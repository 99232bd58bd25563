package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** The officers and the company find a time. */
public final class ArrangeVisit {

    private final Visits visits;
    private final ChooseSite chooseSite;
    private final Planning planning;
    private final Clock clock;

    public ArrangeVisit(Visits visits, ChooseSite chooseSite, Planning planning, Clock clock) {
        this.visits = visits;
        this.chooseSite = chooseSite;
        this.planning = planning;
        this.clock = clock;
    }

    /**
     * @param siteId null for the site with the highest priority
     * @throws Refusal.Unavailable if enrolment cannot say which sites there are
     */
    public Visit propose(String id, @Nullable String siteId, VisitMode mode, List<Slot> slots, Command command) {
        var company = visits.visible(id, command.actor()).file().origin().company();
        var site = chooseSite.of(company, siteId);
        return visits.change(
                id, command, visit -> visit.propose(site, mode, slots, planning, command.actor(), clock.instant()));
    }

    public Visit notifyCompany(String id, Command command) {
        return visits.change(id, command, visit -> visit.notifyCompany(planning, command.actor(), clock.instant()));
    }

    public Visit confirm(String id, int slot, Command command) {
        return visits.change(id, command, visit -> visit.confirm(slot, planning, command.actor(), clock.instant()));
    }

    public Visit decline(String id, String reason, Command command) {
        return visits.change(id, command, visit -> visit.decline(reason, command.actor(), clock.instant()));
    }

    public Visit reschedule(String id, int slot, String reason, Command command) {
        return visits.change(
                id, command, visit -> visit.reschedule(slot, reason, planning, command.actor(), clock.instant()));
    }

    public Visit cancel(String id, String reason, Command command) {
        return visits.change(id, command, visit -> visit.cancel(reason, command.actor(), clock.instant()));
    }
}
