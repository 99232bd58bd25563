package org.trustedtrader.enrolment.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipDecision;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.Tier;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

/**
 * Memberships: reading them, what members ask for themselves, and what officers decide, each time with a reason, a legal
 * basis and a time from which it counts.
 */
@RestController
@RequestMapping("/v1/memberships")
class MembershipController {

    private final Memberships memberships;
    private final DecideMembership decide;
    private final Clock clock;

    MembershipController(Memberships memberships, DecideMembership decide, Clock clock) {
        this.memberships = memberships;
        this.decide = decide;
        this.clock = clock;
    }

    /** @param effectiveAt from when it counts (UTC), in the past; left out it counts from now */
    record DecisionRequest(
            @NotNull ReasonCode reasonCode,

            @Nullable @Size(max = 1000) String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Nullable Instant effectiveAt) {

        MembershipDecision toDecision() {
            return new MembershipDecision(
                    reasonCode, note == null ? "" : note.strip(), legalBasis.strip(), effectiveAt);
        }
    }

    /** A step whose reason code follows from the step itself. */
    record StepRequest(
            @Nullable @Size(max = 1000) String note,

            @NotBlank @Size(max = 200) String legalBasis) {

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

            @Nullable @Size(max = 1000) String note,

            @NotBlank @Size(max = 200) String legalBasis) {

        MembershipDecision toDecision() {
            var code = outcome == AppealOutcome.ALLOWED ? ReasonCode.APPEAL_ALLOWED : ReasonCode.APPEAL_DISMISSED;
            return new StepRequest(note, legalBasis).as(code);
        }
    }

    record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** A membership as its readers see it; times in UTC. {@code benefits} follows from the state. */
    record MembershipView(
            String membershipId,
            String membershipNumber,
            String company,
            String applicationId,
            String programme,
            List<LineOfBusiness> linesOfBusiness,
            MembershipState state,
            boolean benefits,
            Tier tier,
            LocalDate memberSince,
            LocalDate revalidationDueOn,
            ReasonCode reasonCode,
            String legalBasis,
            Instant effectiveAt,
            @Nullable Instant appealDueAt,
            long version) {

        static MembershipView of(Membership membership) {
            var s = membership.snapshot();
            return new MembershipView(
                    membership.id(),
                    membership.membershipNumber(),
                    s.company(),
                    membership.id(),
                    "PIP",
                    s.linesOfBusiness().stream().sorted().toList(),
                    s.state(),
                    s.state().benefits(),
                    s.tier(),
                    s.memberSince(),
                    s.revalidationDueOn(),
                    s.reasonCode(),
                    s.legalBasis(),
                    s.effectiveAt(),
                    s.appealDueAt(),
                    membership.version());
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a membership", description = "404 not-found also for another company's.")
    ResponseEntity<MembershipView> read(@PathVariable String id, Actor actor) {
        var membership = memberships.visible(id, actor);
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a membership", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(memberships.history(memberships.visible(id, actor).id()), actor);
    }

    @GetMapping
    @Operation(
            summary = "List memberships",
            description = "Officers see all, by company or state if they like; everybody else sees their company's.")
    Page<MembershipView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable MembershipState state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = Roles.isOfficer(actor)
                ? Optional.ofNullable(company)
                : Optional.of(actor.company().orElse(""));
        var found = memberships.page(of, Optional.ofNullable(state), Page.after(after), limit + 1);
        return Page.of(found, limit, MembershipView::of);
    }

    @PostMapping("/{id}/appeal")
    @Operation(
            summary = "Appeal against a cancellation",
            description = "Until appealDueAt, afterwards 409 appeal-too-late. 409 wrong-state.")
    ResponseEntity<MembershipView> appeal(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(
                memberships.change(id, command, m -> m.appeal(request.reason(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Leave the programme", description = "Benefits end at once. 409 wrong-state.")
    ResponseEntity<MembershipView> withdraw(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(
                memberships.change(id, command, m -> m.withdraw(request.reason(), command.actor(), clock.instant())));
    }

    @PostMapping("/{id}/suspension")
    @Operation(
            summary = "Suspend the membership",
            description =
                    "Benefits are off. 403 not-allowed if the account is known to be no longer live; 409 wrong-state;"
                            + " 422 for a reason code that is not against the member, or an effective time in the future.")
    ResponseEntity<MembershipView> suspend(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        return answer(decide.suspend(id, request.toDecision(), command));
    }

    @PostMapping("/{id}/reinstatement")
    @Operation(
            summary = "Lift the suspension",
            description = "Back to the state before. Reasons CAUSE_REMEDIED, IMPOSED_IN_ERROR. 409 wrong-state.")
    ResponseEntity<MembershipView> reinstate(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        return answer(decide.reinstate(id, request.toDecision(), command));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            summary = "Cancel a suspended membership",
            description = "The member may appeal until appealDueAt. 409 wrong-state.")
    ResponseEntity<MembershipView> cancel(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        return answer(decide.cancel(id, request.toDecision(), command));
    }

    @PostMapping("/{id}/appeal-decision")
    @Operation(
            summary = "Decide on the appeal",
            description = "409 decided-by-someone-else for whoever cancelled; 409 wrong-state.")
    ResponseEntity<MembershipView> decideAppeal(
            @PathVariable String id,
            @Valid @RequestBody AppealDecisionRequest request,
            @ChangeCommand Command command) {
        return answer(
                request.outcome() == AppealOutcome.ALLOWED
                        ? decide.allowAppeal(id, request.toDecision(), command)
                        : decide.dismissAppeal(id, request.toDecision(), command));
    }

    @PostMapping("/{id}/action-plan")
    @Operation(summary = "Agree an action plan with the member", description = "Benefits stay on. 409 wrong-state.")
    ResponseEntity<MembershipView> agreeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(decide.agreeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_AGREED), command));
    }

    @PostMapping("/{id}/action-plan-completion")
    @Operation(summary = "Note that the action plan is completed", description = "409 wrong-state.")
    ResponseEntity<MembershipView> completeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(decide.completeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_COMPLETED), command));
    }

    @PostMapping("/{id}/revalidation")
    @Operation(summary = "Start a revalidation that is due", description = "409 wrong-state.")
    ResponseEntity<MembershipView> startRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(decide.startRevalidation(id, request.as(ReasonCode.REVALIDATION_STARTED), command));
    }

    @PostMapping("/{id}/revalidation-completion")
    @Operation(summary = "Complete the revalidation", description = "The next cycle begins. 409 wrong-state.")
    ResponseEntity<MembershipView> completeRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(decide.completeRevalidation(id, request.as(ReasonCode.REVALIDATED), command));
    }

    private static ResponseEntity<MembershipView> answer(Membership membership) {
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }
}
