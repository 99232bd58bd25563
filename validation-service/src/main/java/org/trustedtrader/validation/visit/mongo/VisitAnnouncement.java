package org.trustedtrader.validation.visit.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.Outcome;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitMode;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;

/**
 * What other services may know of a visit; names of people and texts of findings stay here.
 *
 * @param validators actor ids of the officers assigned, empty until a time is agreed
 * @param startsAt   the agreed start, UTC
 */
record VisitAnnouncement(
        String visitId,
        @Nullable String applicationId,
        String company,
        VisitType type,
        @Nullable VisitMode mode,
        VisitState state,
        @Nullable Outcome outcome,
        List<String> validators,
        RiskLevel riskRating,
        @Nullable String siteId,
        @Nullable Instant startsAt,
        @Nullable LocalDate respondBy,
        int findings,
        long openActions,
        @Nullable RiskLevel overallRisk) {

    static VisitAnnouncement of(Visit visit) {
        var file = visit.file();
        var site = file.schedule().site();
        return new VisitAnnouncement(
                visit.id(),
                file.origin().applicationId(),
                file.origin().company(),
                file.origin().type(),
                file.schedule().mode(),
                file.state(),
                file.outcome(),
                file.validators(),
                file.risk(),
                site == null ? null : site.id(),
                file.schedule().agreedSlot().map(Slot::startsAt).orElse(null),
                file.respondBy().orElse(null),
                file.findings().all().size(),
                file.findings().unresolvedActions(),
                file.overallRisk().orElse(null));
    }
}
