package org.trustedtrader.enrolment.changereport.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.changereport.ChangeReport;
import org.trustedtrader.enrolment.changereport.ChangeReports;
import org.trustedtrader.enrolment.changereport.DecideChangeReport;
import org.trustedtrader.enrolment.changereport.ReportChanges;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.CsvColumns;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

/** Change reports: the company's report and answer, the officers' triage and decision. */
@RestController
@RequestMapping("/v1/change-reports")
@Tag(name = "Change reports")
class ChangeReportController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL = Set.of("triaged", "decider-named");

    private final ChangeReports reports;
    private final ReportChanges report;
    private final DecideChangeReport decide;
    private final RegionGuard regions;

    ChangeReportController(
            ChangeReports reports, ReportChanges report, DecideChangeReport decide, RegionGuard regions) {
        this.reports = reports;
        this.report = report;
        this.decide = decide;
        this.regions = regions;
    }

    /**
     * A change that is no field of the company's record.
     *
     * @param kind        OWNER, MERGER or OTHER
     * @param effectiveOn when it takes or took place, programme zone; 10 years back to 2 years ahead
     */
    record ReportRequest(
            @NotNull ChangeReport.Kind kind,
            @NotBlank @Size(max = 4000) String description,
            @Nullable LocalDate effectiveOn) {}

    /** @param note for officers; the company does not read it */
    record TriageRequest(
            @NotNull ChangeReport.Outcome recommendation,
            @Nullable @Size(max = 1000) String note,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    /**
     * @param officer the actor id, as an officer's history shows it
     * @param reason  for officers; the company does not read it
     */
    record DeciderRequest(
            @NotBlank @Size(max = 100) String officer,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * @param siteId a site of the company's record, for VISIT only
     * @param reason for the company to read
     */
    record DecisionRequest(
            @NotNull ChangeReport.Outcome outcome,
            @Nullable @Size(max = 40) String siteId,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        ChangeReport.Decision toDecision() {
            return new ChangeReport.Decision(outcome, siteId, reason.strip(), legalBasis.strip());
        }
    }

    record AnswerRequest(@NotBlank @Size(max = 4000) String answer) {}

    /**
     * A change report as its readers see it; times in UTC, days of the programme's zone.
     *
     * @param changes        old and new values; none for a change of contacts
     * @param dueOn          last day for the next step; null once it is decided for good
     * @param recommendation of the triage, for officers only
     * @param triageNote     for officers only
     * @param reason         of the decision
     */
    @CsvColumns(
            titles = "enrolment.column",
            value = {
                "changeReportId",
                "membershipId",
                "company",
                "kind",
                "description",
                "effectiveOn",
                "reportedAt",
                "state",
                "dueOn",
                "outcome",
                "siteId"
            })
    record ChangeReportView(
            String changeReportId,
            String membershipId,
            String company,
            ChangeReport.Kind kind,
            List<FieldChange> changes,
            String description,
            @Nullable LocalDate effectiveOn,
            Instant reportedAt,
            ChangeReport.State state,
            @Nullable LocalDate dueOn,
            ChangeReport.@Nullable Outcome recommendation,
            @Nullable String triageNote,
            ChangeReport.@Nullable Outcome outcome,
            @Nullable String siteId,
            @Nullable String reason,
            @Nullable String answer,
            long version) {

        static ChangeReportView of(ChangeReport of, Actor reader) {
            var s = of.snapshot();
            var triage = Roles.isOfficer(reader) ? s.triage() : null;
            var decision = s.decision();
            return new ChangeReportView(
                    of.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().kind(),
                    s.subject().changes(),
                    s.subject().description(),
                    s.subject().effectiveOn(),
                    s.subject().reportedAt(),
                    s.state(),
                    s.state().open() ? s.dueOn() : null,
                    triage == null ? null : triage.recommendation(),
                    triage == null ? null : triage.note(),
                    decision == null ? null : decision.outcome(),
                    decision == null ? null : decision.siteId(),
                    decision == null ? null : decision.reason(),
                    s.answer(),
                    of.version());
        }
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List change reports",
            description =
                    "Officers see those of their regions; a company sees its own. In order of id; `after` continues with an earlier page's `next`.")
    Page<ChangeReportView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String membership,
            @RequestParam ChangeReport.@Nullable State state,
            @RequestParam ChangeReport.@Nullable Kind kind,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor)).orElse(null);
        var filter = new ChangeReports.Filter(of, membership, state, kind);
        return Page.of(
                (from, most) -> regions.page(actor, region, from, most, (f, m) -> reports.page(filter, f, m)),
                after,
                limit,
                r -> ChangeReportView.of(r, actor));
    }

    @PostMapping
    @Operation(
            summary = "Report a change that is no field of the record",
            description =
                    "A change of the record is reported by amending it. 409 not-a-member; 422 for the kind RECORD and for an `effectiveOn` out of range.")
    ResponseEntity<ChangeReportView> report(@Valid @RequestBody ReportRequest request, @CreateCommand Command command) {
        if (request.kind() == ChangeReport.Kind.RECORD) {
            throw new Refusal.InvalidInput("kind", Message.of("enrolment.change.kind"));
        }
        var opened = report.declare(
                new ReportChanges.Declaration(
                        request.kind(), request.description().strip(), request.effectiveOn()),
                command);
        return Versioned.created(
                URI.create("/v1/change-reports/" + opened.id()),
                ChangeReportView.of(opened, command.actor()),
                opened.version());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a change report", description = "404 not-found also for another company's.")
    ResponseEntity<ChangeReportView> read(@PathVariable String id, Actor actor) {
        return answer(reports.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a change report", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(reports.history(reports.visible(id, actor).id()), actor, CONFIDENTIAL);
    }

    @PostMapping("/{id}/triage")
    @Operation(
            summary = "Triage a change report",
            description =
                    "Another officer decides. 409 wrong-state; 409 decided-by-someone-else for one's own company.")
    ResponseEntity<ChangeReportView> triage(
            @PathVariable String id, @Valid @RequestBody TriageRequest request, @ChangeCommand Command command) {
        var note = request.note() == null ? "" : request.note().strip();
        var noted = command.withInternalNote(request.internalNote());
        return answer(decide.triage(id, request.recommendation(), note, noted), command.actor());
    }

    @PostMapping("/{id}/decider")
    @Operation(
            summary = "Name the officer who decides a change report",
            description =
                    "Where no officer is left who took no part: one who recorded the change, or triaged the report before it was"
                            + " returned. Never the officer who triaged it now, and never oneself: 409 decided-by-someone-else."
                            + " 409 naming-not-needed for anybody else, who decides without being named. The platform keeps no"
                            + " list of officers, so whether another one is free is what `reason` says; officers and auditors"
                            + " read in the history who was named and why. 409 wrong-state.")
    ResponseEntity<ChangeReportView> nameDecider(
            @PathVariable String id, @Valid @RequestBody DeciderRequest request, @ChangeCommand Command command) {
        return answer(decide.nameDecider(id, request.officer(), request.reason().strip(), command), command.actor());
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Decide what follows from a change",
            description =
                    "The effect follows within seconds: REASSESS opens the assessment again, VISIT makes a visit due at"
                            + " `siteId`, REVALIDATE opens the revalidation, NEW_APPLICATION opens a compliance case, RETURNED"
                            + " asks the company. 409 wrong-state; 409 decided-by-someone-else for who triaged it or recorded"
                            + " the change; 422 if `siteId` does not fit the outcome or the company's record.")
    ResponseEntity<ChangeReportView> decide(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return answer(decide.decide(id, request.toDecision(), noted), command.actor());
    }

    @PostMapping("/{id}/answer")
    @Operation(
            summary = "Answer a returned change report",
            description = "It is triaged again. 409 wrong-state unless it was returned.")
    ResponseEntity<ChangeReportView> answer(
            @PathVariable String id, @Valid @RequestBody AnswerRequest request, @ChangeCommand Command command) {
        return answer(decide.answer(id, request.answer().strip(), command), command.actor());
    }

    private static ResponseEntity<ChangeReportView> answer(ChangeReport of, Actor reader) {
        return Versioned.ok(ChangeReportView.of(of, reader), of.version());
    }
}
