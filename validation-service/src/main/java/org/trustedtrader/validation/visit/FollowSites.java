package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.Actor;

/** Keeps a company's sites, and tells its visits that have not begun if their site is in the record no more. */
public final class FollowSites {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final SiteProjection sites;
    private final Clock clock;

    public FollowSites(Visits visits, SiteProjection sites, Clock clock) {
        this.visits = visits;
        this.sites = sites;
        this.clock = clock;
    }

    /** @param newSites of that version of the company's record */
    public void take(String company, long version, List<Site> newSites) {
        if (sites.keep(company, version, newSites)) {
            var onRecord = newSites.stream().map(Site::id).collect(Collectors.toSet());
            for (var visit : visits.openOf(company)) {
                visits.react(visit.id(), v -> v.noteSites(onRecord, SELF, clock.instant()));
            }
        }
    }
}
