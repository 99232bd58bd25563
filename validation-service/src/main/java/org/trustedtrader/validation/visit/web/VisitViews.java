package org.trustedtrader.validation.visit.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.Versioned;
import org.trustedtrader.validation.visit.Fieldwork;
import org.trustedtrader.validation.visit.PersonPresent;
import org.trustedtrader.validation.visit.Report;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFile;
import org.trustedtrader.validation.visit.web.VisitView.ReportView;
import org.trustedtrader.validation.visit.web.VisitView.SiteView;
import org.trustedtrader.validation.visit.web.VisitView.SlotView;

/**
 * What a reader may see of a visit. A company learns of slots when it is notified, and of findings, risks and the report
 * when the report is issued; names of people are for the company, validators and auditors;
 * why a visit was ordered is not for the company.
 */
@Component
final class VisitViews {

    private final Clock clock;

    VisitViews(Clock clock) {
        this.clock = clock;
    }

    ResponseEntity<VisitView> answer(Visit visit, Actor reader) {
        return Versioned.ok(of(visit, reader), visit.version());
    }

    VisitView of(Visit visit, Actor reader) {
        var file = visit.file();
        boolean company = reader.belongsTo(file.origin().company());
        boolean told = !company || file.respondBy().isPresent();
        var schedule = company && !file.state().slotsAreKnownToTheCompany() ? Schedule.OPEN : file.schedule();
        var site = schedule.site();
        var fieldwork = Optional.ofNullable(file.fieldwork());
        return new VisitView(
                visit.id(),
                file.origin().applicationId(),
                file.origin().company(),
                file.origin().type(),
                file.state(),
                file.waitingFor().map(Enum::name).orElse(null),
                file.risk(),
                file.origin().dueSince(),
                company ? "" : file.origin().reason(),
                schedule.mode(),
                reach(site),
                site == null ? null : SiteView.of(site),
                site == null ? List.of() : SlotView.of(schedule, site.zone()),
                schedule.agreed(),
                file.validators(),
                schedule.reschedules(),
                fieldwork.map(Fieldwork::startedAt).orElse(null),
                fieldwork.map(work -> people(work, company, reader)).orElse(List.of()),
                told ? fieldwork.map(Fieldwork::areas).orElse(List.of()) : List.of(),
                told ? file.overallRisk().orElse(null) : null,
                told ? file.findings().all() : List.of(),
                told ? report(file) : null,
                file.outcome(),
                file.closedAt(),
                visit.version());
    }

    private static @Nullable String reach(@Nullable Site site) {
        if (site == null) {
            return null;
        }
        return site.isForeign() ? "FOREIGN" : "DOMESTIC";
    }

    private static List<PersonPresent> people(Fieldwork fieldwork, boolean company, Actor reader) {
        return company || reader.has("validator") || reader.has("auditor") ? fieldwork.people() : List.of();
    }

    private @Nullable ReportView report(VisitFile file) {
        Report report = file.report();
        if (report == null) {
            return null;
        }
        return new ReportView(
                report.summary(),
                report.issuedAt(),
                file.respondBy().orElse(null),
                !file.state().isFinal() && file.responseIsOverdue(clock.instant()));
    }
}
