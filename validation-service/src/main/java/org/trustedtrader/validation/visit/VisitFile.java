package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is on file about a visit at one moment.
 *
 * @param risk      the company's risk rating by its assessment
 * @param fieldwork null until the visit began
 * @param report    null until it is drafted
 * @param outcome   null until the visit is closed
 * @param closedAt  null until the visit is closed
 */
public record VisitFile(
        VisitOrigin origin,
        RiskLevel risk,
        VisitState state,
        Schedule schedule,
        @Nullable Fieldwork fieldwork,
        Findings findings,
        @Nullable Report report,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt) {

    static VisitFile due(VisitOrigin origin, RiskLevel risk) {
        return new VisitFile(origin, risk, VisitState.DUE, Schedule.OPEN, null, Findings.NONE, null, null, null);
    }

    VisitFile in(VisitState next) {
        return new VisitFile(origin, risk, next, schedule, fieldwork, findings, report, outcome, closedAt);
    }

    VisitFile with(RiskLevel newRisk) {
        return new VisitFile(origin, newRisk, state, schedule, fieldwork, findings, report, outcome, closedAt);
    }

    VisitFile with(Schedule newSchedule) {
        return new VisitFile(origin, risk, state, newSchedule, fieldwork, findings, report, outcome, closedAt);
    }

    VisitFile with(Fieldwork newFieldwork) {
        return new VisitFile(origin, risk, state, schedule, newFieldwork, findings, report, outcome, closedAt);
    }

    VisitFile with(Findings newFindings) {
        return new VisitFile(origin, risk, state, schedule, fieldwork, newFindings, report, outcome, closedAt);
    }

    VisitFile with(Report newReport) {
        return new VisitFile(origin, risk, state, schedule, fieldwork, findings, newReport, outcome, closedAt);
    }

    VisitFile closed(Outcome newOutcome, Instant at) {
        return new VisitFile(origin, risk, state, schedule, fieldwork, findings, report, newOutcome, at);
    }

    /** The officers who carry out the visit: nobody until a slot is agreed. */
    public List<String> validators() {
        return schedule.agreedSlot().map(slot -> List.of(slot.officer())).orElse(List.of());
    }

    /** The last day for a response, on the site's calendar; empty before the report is issued. */
    public Optional<LocalDate> respondBy() {
        return Optional.ofNullable(report).flatMap(r -> r.respondBy(site().zone()));
    }

    public boolean responseIsOverdue(Instant now) {
        return respondBy().filter(day -> site().dateOf(now).isAfter(day)).isPresent();
    }

    /** Worst of the areas; empty until the fieldwork is done. */
    public Optional<RiskLevel> overallRisk() {
        return Optional.ofNullable(fieldwork).flatMap(Fieldwork::overallRisk);
    }

    /** Whose turn it is; empty once the visit has ended. */
    public Optional<Ball> waitingFor() {
        return switch (state) {
            case DUE, PROPOSED, NO_SHOW, IN_PROGRESS, FIELDWORK_DONE, REPORT_DRAFT -> Optional.of(Ball.VALIDATOR);
            case NOTIFIED, REPORT_ISSUED -> Optional.of(Ball.COMPANY);
            case CONFIRMED, RESCHEDULED -> Optional.of(Ball.THE_DAY);
            case RESPONSE_AWAITED -> Optional.of(findings.awaitingResponse() > 0 ? Ball.COMPANY : Ball.VALIDATOR);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** Who or what a visit waits for. */
    public enum Ball {
        VALIDATOR,
        COMPANY,
        THE_DAY
    }

    Site site() {
        var site = schedule.site();
        if (site == null) {
            throw new IllegalStateException("No site is chosen in state " + state);
        }
        return site;
    }
}
