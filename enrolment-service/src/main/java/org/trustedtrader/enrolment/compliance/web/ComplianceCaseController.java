package org.trustedtrader.enrolment.compliance.web;

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
import org.trustedtrader.enrolment.compliance.CaseWork;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.DecideCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
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

/** Compliance cases: an officer's opening, the company's notice and answer, the approver's decision. */
@RestController
@RequestMapping("/v1/compliance-cases")
@Tag(name = "Compliance cases")
class ComplianceCaseController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL = Set.of("proposed", "decider-named");

    private final ComplianceCases cases;
    private final FollowCases follow;
    private final DecideCase decide;
    private final RegionGuard regions;

    ComplianceCaseController(ComplianceCases cases, FollowCases follow, DecideCase decide, RegionGuard regions) {
        this.cases = cases;
        this.follow = follow;
        this.decide = decide;
        this.regions = regions;
    }

    /** @param facts for the member to read */
    record OpeningRequest(
            @NotBlank @Size(max = 64) String membershipId,
            @NotNull ReasonCode reasonCode,
            @NotBlank @Size(max = 2000) String facts,
            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record AnswerRequest(@NotBlank @Size(max = 4000) String answer) {}

    /**
     * @param until the new due date of the obligation (programme zone), with the outcome EXTENSION only
     * @param note  for the member to read
     */
    record DecisionRequest(
            @NotNull ComplianceCase.Outcome outcome,
            @Nullable LocalDate until,

            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        ComplianceCase.Decision toDecision() {
            return new ComplianceCase.Decision(outcome, until, note == null ? "" : note.strip(), legalBasis.strip());
        }
    }

    /** @param note for officers; the company does not read it */
    record ProposalRequest(
            @NotNull ComplianceCase.Outcome outcome,
            @NotBlank @Size(max = 1000) String note) {}

    /**
     * @param officer the actor id, as an officer's history shows it
     * @param reason  for officers; the company does not read it
     */
    record DeciderRequest(
            @NotBlank @Size(max = 100) String officer,
            @NotBlank @Size(max = 1000) String reason) {}

    /** @param by actor id */
    record ProposalView(ComplianceCase.Outcome outcome, String by, String note, Instant at) {

        static @Nullable ProposalView of(CaseWork.@Nullable Proposal p) {
            return p == null ? null : new ProposalView(p.outcome(), p.by(), p.note(), p.at());
        }
    }

    /**
     * A case as its readers see it; times in UTC.
     *
     * @param suspendsByDefault whether the membership is suspended if the company is silent and nobody decides
     * @param defaultNotBefore  first day of that default, programme zone
     * @param pausedAt          since when the case, left undecided, pauses the FAST lane and reduced examination; null if it does not
     * @param answer            empty if what was missing was done instead
     * @param proposal          for officers only
     */
    @CsvColumns(
            titles = "enrolment.column",
            value = {
                "caseId",
                "membershipId",
                "company",
                "trigger",
                "source",
                "reasonCode",
                "facts",
                "suspendsByDefault",
                "defaultNotBefore",
                "state",
                "openedAt",
                "servedAt",
                "answerDueAt",
                "decideBy",
                "outcome",
                "extendedUntil",
                "pausedAt"
            })
    record CaseView(
            String caseId,
            String membershipId,
            String company,
            ComplianceCase.Trigger trigger,
            String source,
            ReasonCode reasonCode,
            String facts,
            boolean suspendsByDefault,
            @Nullable LocalDate defaultNotBefore,
            ComplianceCase.State state,
            Instant openedAt,
            @Nullable Instant servedAt,
            @Nullable Instant answerDueAt,
            @Nullable String answer,
            @Nullable Instant decideBy,
            ComplianceCase.@Nullable Outcome outcome,
            @Nullable LocalDate extendedUntil,
            @Nullable Instant pausedAt,
            @Nullable ProposalView proposal,
            long version) {

        static CaseView of(ComplianceCase of, Actor reader) {
            var s = of.snapshot();
            return new CaseView(
                    of.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().trigger(),
                    s.subject().source(),
                    s.subject().reasonCode(),
                    s.subject().facts(),
                    s.subject().suspendsByDefault(),
                    s.subject().defaultNotBefore(),
                    s.state(),
                    s.openedAt(),
                    s.servedAt(),
                    s.answerDueAt(),
                    s.answer(),
                    s.decideBy(),
                    s.outcome(),
                    s.extendedUntil(),
                    s.pausedAt(),
                    Roles.isOfficer(reader) ? ProposalView.of(s.work().proposal()) : null,
                    of.version());
        }
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List compliance cases",
            description =
                    "Officers see those of their regions; a company sees its own. A list serves no notice. In order of id; `after`"
                            + " continues with an earlier page's `next`.")
    Page<CaseView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String membership,
            @RequestParam ComplianceCase.@Nullable State state,
            @RequestParam ComplianceCase.@Nullable Trigger trigger,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor)).orElse(null);
        var filter = new ComplianceCases.Filter(of, membership, state, trigger);
        return Page.of(
                (from, most) -> regions.page(actor, region, from, most, (f, m) -> cases.page(filter, f, m)),
                after,
                limit,
                found -> CaseView.of(found, actor));
    }

    @PostMapping
    @Operation(
            summary = "Open a compliance case",
            description =
                    "Another officer decides it. 404 for a membership that there is not; 422 for a reason code that is"
                            + " not against the member.")
    ResponseEntity<CaseView> open(@Valid @RequestBody OpeningRequest request, @CreateCommand Command command) {
        if (!ReasonCode.AGAINST_THE_MEMBER.contains(request.reasonCode())) {
            throw new Refusal.InvalidInput(
                    "reasonCode",
                    Message.of(
                            "enrolment.decision.reason-code",
                            ReasonCode.AGAINST_THE_MEMBER.stream().sorted().toList()));
        }
        var opened = follow.open(
                request.membershipId(),
                request.reasonCode(),
                request.facts().strip(),
                request.legalBasis().strip(),
                command.withInternalNote(request.internalNote()));
        return Versioned.created(
                URI.create("/v1/compliance-cases/" + opened.id()),
                CaseView.of(opened, command.actor()),
                opened.version());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a compliance case and its notice",
            description =
                    "The first time somebody of the company reads it, the notice counts as served and the time to answer"
                            + " begins; unread, it counts as served after a number of days that is a setting. 404 not-found also for"
                            + " another company's.")
    ResponseEntity<CaseView> read(@PathVariable String id, Actor actor) {
        return answer(follow.readNotice(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a case", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(cases.history(cases.visible(id, actor).id()), actor, CONFIDENTIAL);
    }

    @PostMapping("/{id}/answer")
    @Operation(
            summary = "Answer the notice",
            description =
                    "Once, until the case is decided. An approver then has to decide; nothing is taken away by default"
                            + " any more. 409 wrong-state.")
    ResponseEntity<CaseView> answer(
            @PathVariable String id, @Valid @RequestBody AnswerRequest request, @ChangeCommand Command command) {
        return answer(follow.answer(id, request.answer().strip(), command), command.actor());
    }

    @PostMapping("/{id}/proposal")
    @Operation(
            summary = "Propose how a case is decided",
            description = "Another officer decides. A newer proposal replaces it. The company does not read it. 409"
                    + " wrong-state.")
    ResponseEntity<CaseView> propose(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request, @ChangeCommand Command command) {
        return answer(decide.propose(id, request.outcome(), request.note().strip(), command), command.actor());
    }

    @PostMapping("/{id}/decider")
    @Operation(
            summary = "Name the officer who decides a case",
            description =
                    "Where no officer is left who took no part. Never the officer who opened the case or proposed, and never"
                            + " oneself: 409 decided-by-someone-else. Only somebody who took part: 409 naming-not-needed for anybody else, who decides without being named. The"
                            + " platform keeps no list of officers, so whether another one is free is what `reason` says; officers"
                            + " and auditors read in the history who was named and why. 409"
                            + " wrong-state.")
    ResponseEntity<CaseView> nameDecider(
            @PathVariable String id, @Valid @RequestBody DeciderRequest request, @ChangeCommand Command command) {
        return answer(decide.nameDecider(id, request.officer(), request.reason().strip(), command), command.actor());
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Decide a compliance case",
            description =
                    "SUSPENSION and CANCELLATION need a case that an officer opened, or another officer's proposal: 409"
                            + " proposal-needed. 409 decided-by-someone-else for the officer who opened it, proposed, suspended,"
                            + " confirmed or visited; 409 notice-running for a suspension or cancellation before the notice was answered or the time to answer is over; 409 wrong-state; 422 if"
                            + " `until` does not fit the outcome. The membership follows within seconds.")
    ResponseEntity<CaseView> decide(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        return answer(
                decide.decide(id, request.toDecision(), command.withInternalNote(request.internalNote())),
                command.actor());
    }

    private static ResponseEntity<CaseView> answer(ComplianceCase of, Actor reader) {
        return Versioned.ok(CaseView.of(of, reader), of.version());
    }
}
