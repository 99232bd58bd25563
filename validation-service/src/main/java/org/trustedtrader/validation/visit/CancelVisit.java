package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** An officer calls a visit off; a site that the file can do without is then no longer required. */
public final class CancelVisit {

    private final Visits visits;
    private final KeepRequiredSites requiredSites;
    private final Clock clock;

    public CancelVisit(Visits visits, KeepRequiredSites requiredSites, Clock clock) {
        this.visits = visits;
        this.requiredSites = requiredSites;
        this.clock = clock;
    }

    public Visit cancel(String id, String reason, Command command) {
        var visit = visits.change(id, command, v -> v.cancel(reason, command.actor(), clock.instant()));
        if (visit.isDispensable()) {
            var snapshot = visit.snapshot();
            snapshot.siteId().ifPresent(site -> requiredSites.siteDropped(snapshot, site));
        }
        return visit;
    }
}
