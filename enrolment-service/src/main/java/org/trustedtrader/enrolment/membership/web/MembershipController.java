package org.trustedtrader.enrolment.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.MembershipDecision;
import org.trustedtrader.enrolment.membership.MembershipProposal;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;

/**
 * Memberships: reading them, what members ask for themselves, and what officers decide, each time with a reason, a legal
 * basis and a time from which it counts. A suspension has its own controller.
 */
@RestController
@RequestMapping("/v1/memberships")
class MembershipController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL = Set.of("proposed", "proposal-dropped", "decider-named");

    private final Memberships memberships;
    private final DecideMembership decide;
    private final Clock clock;
    private final RegionGuard regions;

    MembershipController(Memberships memberships, DecideMembership decide, Clock clock, RegionGuard regions) {
        this.memberships = memberships;
        this.decide = decide;
        this.clock = clock;
        this.regions = regions;
    }

    /** @param effectiveAt from when it counts (UTC), in the past; left out it counts from now */
    record DecisionRequest(
            @NotNull ReasonCode reasonCode,

            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Nullable Instant effectiveAt,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        MembershipDecision toDecision() {
            return new MembershipDecision(
                    reasonCode, note == null ? "" : note.strip(), legalBasis.strip(), effectiveAt);
        }
    }

    /** A step whose reason code follows from the step itself. */
    record StepRequest(
            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        MembershipDecision as(ReasonCode code) {
            return new MembershipDecision(code, note == null ? "" : note.strip(), legalBasis.strip(), null);
        }
    }

    enum AppealOutcome {
        ALLOWED,
        DISMISSED
    }

    record AppealDecisionRequest(
            @NotNull AppealOutcome outcome,

            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        MembershipDecision toDecision() {
            var code = outcome == AppealOutcome.ALLOWED ? ReasonCode.APPEAL_ALLOWED : ReasonCode.APPEAL_DISMISSED;
            return new StepRequest(note, legalBasis, null).as(code);
        }
    }

    /** @param note for the officers who decide; the member does not read it */
    record ProposalRequest(
            @NotNull MembershipProposal.Kind kind,
            @NotNull ReasonCode reasonCode,

            @Nullable @Size(max = 1000) String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        MembershipDecision toDecision() {
            return new StepRequest(note, legalBasis, null).as(reasonCode);
        }
    }

    /** What an officer is named to decide. */
    enum Matter {
        PROPOSAL,
        OBJECTION
    }

    /**
     * @param officer the actor id, as an officer's history shows it
     * @param reason  for officers; the member does not read it
     * @param matter  PROPOSAL if it is left out
     */
    record DeciderRequest(
            @NotBlank @Size(max = 100) String officer,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable Matter matter) {}

    record LineRequest(
            @NotNull LineOfBusiness line,
            @NotBlank @Size(max = 1000) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** @param reason for the member to read */
    record OfficerReasonRequest(
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    @GetMapping("/{id}")
    @Operation(summary = "Read a membership", description = "404 not-found also for another company's.")
    ResponseEntity<MembershipView> read(@PathVariable String id, Actor actor) {
        return MembershipView.answer(memberships.visible(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a membership", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(memberships.history(memberships.visible(id, actor).id()), actor, CONFIDENTIAL);
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List memberships",
            description =
                    "Officers see those of their regions, by company, region or state if they like; everybody else sees their company's.")
    Page<MembershipView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable MembershipState state,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor));
        return Page.of(
                (from, most) -> regions.page(
                        actor, region, from, most, (f, m) -> memberships.page(of, Optional.ofNullable(state), f, m)),
                after,
                limit,
                MembershipView::of);
    }

    @PostMapping("/{id}/line-removal")
    @Operation(
            summary = "Give up a line of business",
            description =
                    "At once; benefits that rest on it end. A line is added by an application of the kind VARIATION."
                            + " 409 last-line if there is no other, wrong-state; 422 for a line that the membership does not have.")
    ResponseEntity<MembershipView> giveUpLine(
            @PathVariable String id, @Valid @RequestBody LineRequest request, @ChangeCommand Command command) {
        return MembershipView.answer(memberships.change(
                id, command, m -> m.giveUpLine(request.line(), request.reason(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/appeal")
    @Operation(
            summary = "Appeal against a cancellation",
            description = "Until appealDueAt, afterwards 409 appeal-too-late. 409 wrong-state.")
    ResponseEntity<MembershipView> appeal(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return MembershipView.answer(
                memberships.change(id, command, m -> m.appeal(request.reason(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Leave the programme", description = "Benefits end at once. 409 wrong-state.")
    ResponseEntity<MembershipView> withdraw(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return MembershipView.answer(
                memberships.change(id, command, m -> m.withdraw(request.reason(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/proposal")
    @Operation(
            summary = "Propose what another officer decides",
            description =
                    "REINSTATEMENT of a suspended member, REVALIDATION_COMPLETION, or APPEAL_DECISION, each with a reason"
                            + " code that fits. 409 proposal-open; 409 wrong-state.")
    ResponseEntity<MembershipView> propose(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(memberships.change(
                id, noted, m -> m.propose(request.kind(), request.toDecision(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/proposal-withdrawal")
    @Operation(
            summary = "Drop a proposal",
            description = "The proposer takes it back, or another officer refuses it, with a reason. 409 no-proposal.")
    ResponseEntity<MembershipView> dropProposal(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(memberships.change(
                id, noted, m -> m.dropProposal(request.reason().strip(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/decider")
    @Operation(
            summary = "Name the officer who decides a proposal",
            description =
                    "Where no officer is left who took no part, for a proposal or the answer to an objection. Never the"
                            + " proposer or the officer who suspended, and never oneself: 409 decided-by-someone-else. Only somebody who took part: 409 naming-not-needed for anybody else, who decides without being named. The"
                            + " platform keeps no list of officers, so whether another one is free is what `reason` says; officers"
                            + " and auditors read in the history who was named and why. 409"
                            + " no-proposal, nothing-to-answer.")
    ResponseEntity<MembershipView> nameDecider(
            @PathVariable String id, @Valid @RequestBody DeciderRequest request, @ChangeCommand Command command) {
        var reason = request.reason().strip();
        return MembershipView.answer(
                request.matter() == Matter.OBJECTION
                        ? decide.nameAnswerer(id, request.officer(), reason, command)
                        : decide.nameDecider(id, request.officer(), reason, command));
    }

    @PostMapping("/{id}/appeal-decision")
    @Operation(
            summary = "Decide on the appeal",
            description =
                    "Decides a proposal of another officer. 409 proposal-needed; 409 decided-by-someone-else for the proposer"
                            + " and the officer who cancelled; 409 wrong-state.")
    ResponseEntity<MembershipView> decideAppeal(
            @PathVariable String id,
            @Valid @RequestBody AppealDecisionRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(
                request.outcome() == AppealOutcome.ALLOWED
                        ? decide.allowAppeal(id, request.toDecision(), noted)
                        : decide.dismissAppeal(id, request.toDecision(), noted));
    }

    @PostMapping("/{id}/action-plan")
    @Operation(summary = "Agree an action plan with the member", description = "Benefits stay on. 409 wrong-state.")
    ResponseEntity<MembershipView> agreeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(decide.agreeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_AGREED), noted));
    }

    @PostMapping("/{id}/action-plan-completion")
    @Operation(
            summary = "Note that the action plan is completed",
            description = "Its actions have to be verified: 409 actions-open. 409 no-action-plan; 409 wrong-state.")
    ResponseEntity<MembershipView> completeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(
                decide.completeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_COMPLETED), noted));
    }

    @PostMapping("/{id}/revalidation")
    @Operation(
            summary = "Open a revalidation before its time",
            description = "It opens by itself ahead of the due date. 409 revalidation-open; 409 wrong-state.")
    ResponseEntity<MembershipView> startRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(decide.startRevalidation(id, request.as(ReasonCode.REVALIDATION_STARTED), noted));
    }

    @PostMapping("/{id}/revalidation-completion")
    @Operation(
            summary = "Complete the revalidation",
            description =
                    "The next cycle begins. Decides a proposal of another officer. 409 revalidation-incomplete lists what"
                            + " is missing: the completed assessment, a satisfactory visit; 409 proposal-needed; 409"
                            + " decided-by-someone-else for the proposer and an officer who assessed, visited or opened it; 409"
                            + " wrong-state.")
    ResponseEntity<MembershipView> completeRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(decide.completeRevalidation(id, request.as(ReasonCode.REVALIDATED), noted));
    }
}
