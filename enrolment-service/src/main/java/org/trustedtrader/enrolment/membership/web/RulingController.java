package org.trustedtrader.enrolment.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.RuleOnMembership;
import org.trustedtrader.enrolment.membership.web.Requests.AppealDecisionRequest;
import org.trustedtrader.enrolment.membership.web.Requests.AppealOutcome;
import org.trustedtrader.enrolment.membership.web.Requests.RulingRequest;
import org.trustedtrader.enrolment.membership.web.Requests.StepRequest;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** What officers decide about a membership, each time with a reason, a legal basis and a time from which it counts. */
@RestController
@RequestMapping("/v1/memberships/{id}")
class RulingController {

    private final RuleOnMembership rule;

    RulingController(RuleOnMembership rule) {
        this.rule = rule;
    }

    @PostMapping("/suspension")
    @Operation(
            summary = "Suspend the membership",
            description =
                    "Benefits are off. 403 not-allowed if the account is known to be no longer live; 409 wrong-state;"
                            + " 422 for a reason code that is not against the member, or an effective time in the future.")
    ResponseEntity<MembershipView> suspend(
            @PathVariable String id, @Valid @RequestBody RulingRequest request, @ChangeCommand Command command) {
        return answer(rule.suspend(id, request.toRuling(), command));
    }

    @PostMapping("/reinstatement")
    @Operation(
            summary = "Lift the suspension",
            description = "Back to the state before. Reasons CAUSE_REMEDIED, IMPOSED_IN_ERROR. 409 wrong-state.")
    ResponseEntity<MembershipView> reinstate(
            @PathVariable String id, @Valid @RequestBody RulingRequest request, @ChangeCommand Command command) {
        return answer(rule.reinstate(id, request.toRuling(), command));
    }

    @PostMapping("/cancellation")
    @Operation(
            summary = "Cancel a suspended membership",
            description = "The member may appeal until appealDueAt. 409 wrong-state.")
    ResponseEntity<MembershipView> cancel(
            @PathVariable String id, @Valid @RequestBody RulingRequest request, @ChangeCommand Command command) {
        return answer(rule.cancel(id, request.toRuling(), command));
    }

    @PostMapping("/appeal-decision")
    @Operation(
            summary = "Decide on the appeal",
            description = "409 decided-by-someone-else for whoever cancelled; 409 wrong-state.")
    ResponseEntity<MembershipView> decideAppeal(
            @PathVariable String id,
            @Valid @RequestBody AppealDecisionRequest request,
            @ChangeCommand Command command) {
        return answer(
                request.outcome() == AppealOutcome.ALLOWED
                        ? rule.allowAppeal(id, request.toRuling(), command)
                        : rule.dismissAppeal(id, request.toRuling(), command));
    }

    @PostMapping("/action-plan")
    @Operation(summary = "Agree an action plan with the member", description = "Benefits stay on. 409 wrong-state.")
    ResponseEntity<MembershipView> agreeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(rule.agreeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_AGREED), command));
    }

    @PostMapping("/action-plan-completion")
    @Operation(summary = "Note that the action plan is completed", description = "409 wrong-state.")
    ResponseEntity<MembershipView> completeActionPlan(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(rule.completeActionPlan(id, request.as(ReasonCode.ACTION_PLAN_COMPLETED), command));
    }

    @PostMapping("/revalidation")
    @Operation(summary = "Start a revalidation that is due", description = "409 wrong-state.")
    ResponseEntity<MembershipView> startRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(rule.startRevalidation(id, request.as(ReasonCode.REVALIDATION_STARTED), command));
    }

    @PostMapping("/revalidation-completion")
    @Operation(summary = "Complete the revalidation", description = "The next cycle begins. 409 wrong-state.")
    ResponseEntity<MembershipView> completeRevalidation(
            @PathVariable String id, @Valid @RequestBody StepRequest request, @ChangeCommand Command command) {
        return answer(rule.completeRevalidation(id, request.as(ReasonCode.REVALIDATED), command));
    }

    private static ResponseEntity<MembershipView> answer(Membership membership) {
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }
}
