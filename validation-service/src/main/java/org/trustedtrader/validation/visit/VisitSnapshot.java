package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The stored form, and everything that is on file at one moment.
 *
 * @param risk      the company's risk rating by its assessment
 * @param fieldwork null until the visit began
 * @param report    null until it is drafted
 * @param outcome   null until the visit is closed
 * @param closedAt  null until the visit is closed
 * @param requiredSites of the file, as far as this visit was told; null if it was told none
 * @param deviations    null if there were none
 * @param dueOn         last day on which the visit is made in time, programme zone; null if none was set
 */
public record VisitSnapshot(
        VisitState state,
        VisitOrigin origin,
        RiskLevel risk,
        Schedule schedule,
        Findings findings,
        @Nullable Fieldwork fieldwork,
        @Nullable Report report,
        Visit.@Nullable Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable RequiredSites requiredSites,
        @Nullable Deviations deviations,
        @Nullable LocalDate dueOn) {

    static VisitSnapshot due(
            VisitOrigin origin, RiskLevel risk, RequiredSites requiredSites, @Nullable LocalDate dueOn) {
        return new VisitSnapshot(
                VisitState.DUE,
                origin,
                risk,
                Schedule.OPEN,
                Findings.NONE,
                null,
                null,
                null,
                null,
                requiredSites.orNull(),
                null,
                dueOn);
    }

    /** Who would carry out the visit, carries it out, and has carried it out. */
    public Assignment assignment() {
        return new Assignment(schedule, deviationsOrNone().takeOvers());
    }

    public RequiredSites required() {
        return requiredSites == null ? RequiredSites.NONE : requiredSites;
    }

    public Deviations deviationsOrNone() {
        return deviations == null ? Deviations.NONE : deviations;
    }

    /** The site that is visited: the one on offer, else the one that the visit is due for. */
    public Optional<String> siteId() {
        var planned = schedule.site();
        return Optional.ofNullable(planned == null ? origin.siteId() : planned.id());
    }

    /** The site that the visit was due for, if it is made to another one because that site is gone. */
    public Optional<String> insteadOf() {
        return Optional.ofNullable(origin.siteId())
                .filter(due -> siteId().filter(planned -> !planned.equals(due)).isPresent());
    }

    /**
     * What only one open visit may be made for: its type, its file (or its company) and its site. Empty once it has
     * ended, and for a visit of a version that did not look at that.
     */
    public Optional<String> openFor() {
        if (state.isFinal() || origin.requirement() == null) {
            return Optional.empty();
        }
        var file = Stream.of(origin.applicationId(), origin.membershipId(), origin.company())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return Optional.of(String.join("/", origin.type().name(), file, siteId().orElse("")));
    }

    /** The last day for a response, a day of the programme's zone; empty before the report is issued. */
    public Optional<LocalDate> respondBy() {
        return Optional.ofNullable(report).flatMap(issued -> issued.respondBy(site()));
    }

    public boolean isResponseOverdue(Instant now) {
        return Optional.ofNullable(report)
                .filter(issued -> issued.isResponseOverdue(site(), now))
                .isPresent();
    }

    /** The worst of the areas; empty until the fieldwork is done. */
    public Optional<RiskLevel> overallRisk() {
        return Optional.ofNullable(fieldwork).flatMap(Fieldwork::overallRisk);
    }

    /** Whose turn it is; empty once the visit has ended. */
    public Optional<Visit.Ball> waitingFor() {
        return switch (state) {
            case DUE, PROPOSED, NO_SHOW, IN_PROGRESS, FIELDWORK_DONE, REPORT_DRAFT -> Optional.of(Visit.Ball.VALIDATOR);
            case NOTIFIED, REPORT_ISSUED -> Optional.of(Visit.Ball.COMPANY);
            case CONFIRMED, RESCHEDULED -> Optional.of(Visit.Ball.THE_DAY);
            case RESPONSE_AWAITED ->
                Optional.of(findings.awaitingResponse() > 0 ? Visit.Ball.COMPANY : Visit.Ball.VALIDATOR);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** A visit that is due for a site is made there, unless the site is gone. */
    void mustBeMadeAt(Site site) {
        var due = siteId().orElse(site.id());
        if (origin.siteId() != null
                && !due.equals(site.id())
                && deviationsOrNone().siteRemoval() == null) {
            throw new Refusal.RuleBroken(
                    "visit-of-another-site", Message.of("validation.proposal.another-site", due, site.id()));
        }
    }

    Site site() {
        var site = schedule.site();
        if (site == null) {
            throw new IllegalStateException("No site is chosen in state " + state);
        }
        return site;
    }
}
