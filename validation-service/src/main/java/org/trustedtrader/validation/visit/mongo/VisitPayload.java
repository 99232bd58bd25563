package org.trustedtrader.validation.visit.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;

/**
 * The data of a visit event: what other services may know; names of people and texts of findings stay here.
 *
 * @param validators actor ids of the officers assigned, empty until a time is agreed
 * @param startsAt   the agreed start, UTC
 * @param waitingFor who has to act next; null once the visit has ended
 */
record VisitPayload(
        String visitId,
        @Nullable String applicationId,
        String company,
        Visit.Type type,
        Schedule.@Nullable Mode mode,
        Visit.State state,
        Visit.@Nullable Outcome outcome,
        List<String> validators,
        RiskLevel riskRating,
        @Nullable String siteId,
        @Nullable Instant startsAt,
        @Nullable LocalDate respondBy,
        int findings,
        long openActions,
        @Nullable RiskLevel overallRisk,
        Visit.@Nullable Ball waitingFor) {

    static VisitPayload of(Visit visit) {
        var snapshot = visit.snapshot();
        var site = snapshot.schedule().site();
        return new VisitPayload(
                visit.id(),
                snapshot.origin().applicationId(),
                snapshot.origin().company(),
                snapshot.origin().type(),
                snapshot.schedule().mode(),
                snapshot.state(),
                snapshot.outcome(),
                snapshot.validators(),
                snapshot.risk(),
                site == null ? null : site.id(),
                snapshot.schedule().agreedSlot().map(Slot::startsAt).orElse(null),
                snapshot.respondBy().orElse(null),
                snapshot.findings().all().size(),
                snapshot.findings().unresolvedActions(),
                snapshot.overallRisk().orElse(null),
                snapshot.waitingFor().orElse(null));
    }
}
