package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A change of a member's company was decided to need a visit: one is due at the site named, once, however often the news of it
 * arrives. A visit of the kind that is open for the member at that site serves it.
 */
public final class MakeChangeVisitDue {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final ApplicationProjection applications;
    private final MembershipProjection memberships;
    private final SiteProjection sites;
    private final EndVisits endVisits;
    private final Clock clock;

    public MakeChangeVisitDue(Visits visits, OrderVisit.Files files, SiteProjection sites, Clock clock) {
        this.visits = visits;
        this.applications = files.applications();
        this.memberships = files.memberships();
        this.endVisits = files.endVisits();
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * A change report as enrolment decided it.
     *
     * @param siteId where the visit is wanted
     */
    public record ChangeDecision(String changeReportId, String membershipId, String company, String siteId) {}

    public void after(ChangeDecision decision) {
        var membershipId = decision.membershipId();
        if (memberships
                .find(membershipId)
                .filter(MembershipProjection.Member::isOver)
                .isPresent()) {
            return;
        }
        visits.createIfAbsent(visit(decision));
        // The end may have become known since it was asked for above, and then found no visit to cancel.
        memberships.find(membershipId).ifPresent(member -> endVisits.ofMembership(membershipId, member));
    }

    private Visit visit(ChangeDecision decision) {
        var origin = new VisitOrigin(
                Visit.Type.AD_HOC,
                decision.company(),
                null,
                clock.instant(),
                "change report " + decision.changeReportId(),
                decision.membershipId(),
                site(decision),
                Requirement.of(Requirement.Cause.CHANGE_REPORTED),
                null);
        var risk = applications
                .completedAssessment(decision.membershipId())
                .map(ApplicationProjection.CompletedAssessment::risk)
                .orElse(RiskLevel.HIGH);
        return Visit.due("change-" + decision.changeReportId(), origin, risk, RequiredSites.NONE, SELF);
    }

    /** None if the company has closed that site since: then the validator chooses one. */
    private @Nullable String site(ChangeDecision decision) {
        var gone = sites.of(decision.company())
                .filter(known -> isWithout(decision.siteId(), known))
                .isPresent();
        return gone ? null : decision.siteId();
    }

    private static boolean isWithout(String siteId, List<Site> known) {
        return known.stream().noneMatch(site -> site.id().equals(siteId));
    }
}
