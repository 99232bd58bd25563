package org.trustedtrader.validation.visit.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.Requirement;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;

/**
 * The data of a visit event: what other services may know; names of people and texts of findings stay here.
 *
 * @param validators actor ids of everybody who carries or carried out the visit, empty until a time is agreed
 * @param lead       who carries it out now
 * @param siteId     the site that it is due for, or planned at
 * @param startsAt   the agreed start, UTC
 * @param waitingFor who has to act next; null once the visit has ended
 * @param requiredSites all sites of the company that the file requires a visit to, of a visit that is one of them
 * @param disputesDecidedBy actor ids of the officers who decided disputed findings
 * @param noShowBy   who did not come to the agreed visit that last failed; null if none did
 * @param revalidationOpenedAt the opening of the revalidation that made the visit due
 * @param dueOn       last day on which it is made in time
 * @param insteadOf   the site that it was due for, if that one is gone and the visit is made to another one
 * @param siteRemoved whether the site was taken out of the company's record before the visit began
 */
record VisitPayload(
        String visitId,
        @Nullable String applicationId,
        String company,
        Visit.Type type,
        Schedule.@Nullable Mode mode,
        VisitState state,
        Visit.@Nullable Outcome outcome,
        List<String> validators,
        RiskLevel riskRating,
        @Nullable String siteId,
        @Nullable Instant startsAt,
        @Nullable LocalDate respondBy,
        int findings,
        long openActions,
        @Nullable RiskLevel overallRisk,
        Visit.@Nullable Ball waitingFor,
        @Nullable String membershipId,
        Requirement.@Nullable Cause cause,
        List<String> requiredSites,
        @Nullable String lead,
        List<String> disputesDecidedBy,
        Deviations.@Nullable Absent noShowBy,
        boolean siteRemoved,
        @Nullable Instant closedAt,
        @Nullable Instant revalidationOpenedAt,
        @Nullable LocalDate dueOn,
        @Nullable String insteadOf) {

    static VisitPayload of(Visit visit) {
        var snapshot = visit.snapshot();
        var requirement = snapshot.origin().requirement();
        var deviations = snapshot.deviationsOrNone();
        return new VisitPayload(
                visit.id(),
                snapshot.origin().applicationId(),
                snapshot.origin().company(),
                snapshot.origin().type(),
                snapshot.schedule().mode(),
                snapshot.state(),
                snapshot.outcome(),
                snapshot.assignment().validators(),
                snapshot.risk(),
                snapshot.siteId().orElse(null),
                snapshot.schedule().agreedSlot().map(Slot::startsAt).orElse(null),
                snapshot.respondBy().orElse(null),
                snapshot.findings().all().size(),
                snapshot.findings().unresolvedActions(),
                snapshot.overallRisk().orElse(null),
                snapshot.waitingFor().orElse(null),
                snapshot.origin().membershipId(),
                requirement == null ? null : requirement.cause(),
                snapshot.required().ids(),
                snapshot.assignment().lead().orElse(null),
                snapshot.findings().disputesDecidedBy(),
                deviations.noShow().map(Deviations.NoShow::by).orElse(null),
                deviations.siteRemoval() != null,
                snapshot.closedAt(),
                snapshot.origin().revalidationOpenedAt(),
                snapshot.dueOn(),
                snapshot.insteadOf().orElse(null));
    }
}
