package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
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

    /** @param origin of the visit to the site that was added */
    void siteAdded(VisitOrigin origin) {
        var file = file(origin);
        tell(file, RequiredSites.of(file));
    }

    /**
     * The visit is not made to that site after all. A site that another visit of the file is made to stays required.
     *
     * @param visit as it was before
     */
    void siteDropped(VisitSnapshot visit, String siteId) {
        if (!visit.required().ids().contains(siteId)) {
            return;
        }
        var file = file(visit.origin());
        boolean stillVisited = file.stream()
                .map(Visit::snapshot)
                .filter(other -> other.state() != VisitState.CANCELLED)
                .anyMatch(other -> other.siteId().filter(siteId::equals).isPresent());
        if (!stillVisited) {
            tell(file, RequiredSites.of(file).without(siteId));
        }
    }

    /**
     * The visits of that type for the same application, or the open ones for the same membership: those of its earlier
     * revalidations require nothing any more.
     */
    private List<Visit> file(VisitOrigin origin) {
        var id = origin.applicationId() == null ? origin.membershipId() : origin.applicationId();
        if (id == null) {
            return List.of();
        }
        return visits.ofFile(id).stream()
                .filter(visit -> visit.snapshot().origin().type() == origin.type())
                .filter(visit ->
                        origin.applicationId() != null || !visit.state().isFinal())
                .toList();
    }

    private void tell(List<Visit> file, RequiredSites sites) {
        file.stream()
                .filter(visit -> !visit.snapshot().required().equals(RequiredSites.NONE))
                .forEach(visit -> visits.react(visit.id(), v -> v.fileRequires(sites, SELF, clock.instant())));
    }
}
