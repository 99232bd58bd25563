package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;

/** Tells the open visits of a file which sites it requires, after one was added or dropped. */
public final class KeepRequiredSites {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final Clock clock;

    public KeepRequiredSites(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** @param applicationId null for a visit without a file, which requires nothing */
    void siteAdded(@Nullable String applicationId) {
        if (applicationId != null) {
            var file = visits.ofFile(applicationId);
            tell(file, RequiredSites.of(file));
        }
    }

    /**
     * The visit is not made to that site after all. A site that another visit of the file is made to stays required.
     *
     * @param visit as it was before
     */
    void siteDropped(Visit.Snapshot visit, String siteId) {
        var applicationId = visit.origin().applicationId();
        if (applicationId == null || !visit.required().ids().contains(siteId)) {
            return;
        }
        var file = visits.ofFile(applicationId);
        boolean stillVisited = file.stream()
                .map(Visit::snapshot)
                .filter(other -> other.origin().type() == visit.origin().type())
                .filter(other -> other.state() != Visit.State.CANCELLED)
                .anyMatch(other -> other.siteId().filter(siteId::equals).isPresent());
        if (!stillVisited) {
            tell(file, RequiredSites.of(file).without(siteId));
        }
    }

    private void tell(List<Visit> file, RequiredSites sites) {
        for (var visit : file) {
            visits.react(visit.id(), v -> v.fileRequires(sites, SELF, clock.instant()));
        }
    }
}
