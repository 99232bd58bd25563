package org.trustedtrader.enrolment.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.MembershipDecision;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.web.MembershipController.DecisionRequest;
import org.trustedtrader.enrolment.membership.web.MembershipController.OfficerReasonRequest;
import org.trustedtrader.enrolment.membership.web.MembershipController.ReasonRequest;
import org.trustedtrader.enrolment.membership.web.MembershipController.StepRequest;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;

/** The suspension of a membership: its confirmation, the member's objection and the answer, its review and its end. */
@RestController
@RequestMapping("/v1/memberships")
class SuspensionController {

    private final DecideMembership decide;

    SuspensionController(DecideMembership decide) {
        this.decide = decide;
    }

    enum ObjectionOutcome {
        UPHELD,
        DISMISSED
    }

    /** @param reasonCode the reason against the member that remains, with DISMISSED only */
    record ObjectionAnswerRequest(
            @NotNull ObjectionOutcome outcome,
            @Nullable ReasonCode reasonCode,

            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        MembershipDecision toDecision() {
            var code =
                    outcome == ObjectionOutcome.UPHELD || reasonCode == null ? ReasonCode.OBJECTION_UPHELD : reasonCode;
            return new StepRequest(note, legalBasis, null).as(code);
        }
    }

    @PostMapping("/{id}/suspension")
    @Operation(
            summary = "Suspend the membership",
            description =
                    "Benefits are off. 403 not-allowed if the account is known to be no longer live; 409 wrong-state;"
                            + " 422 for a reason code that is not against the member, or an effective time in the future.")
    ResponseEntity<MembershipView> suspend(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(decide.suspend(id, request.toDecision(), noted));
    }

    @PostMapping("/{id}/reinstatement")
    @Operation(
            summary = "Lift the suspension",
            description =
                    "Decides a proposal of another officer, with CAUSE_REMEDIED or IMPOSED_IN_ERROR. 409 proposal-needed;"
                            + " 409 decided-by-someone-else for the proposer and the officer who suspended; 409 wrong-state.")
    ResponseEntity<MembershipView> reinstate(
            @PathVariable String id, @Valid @RequestBody DecisionRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(decide.reinstate(id, request.toDecision(), noted));
    }

    @PostMapping("/{id}/suspension-confirmation")
    @Operation(
            summary = "Confirm a suspension for safety",
            description =
                    "Within the period shown as suspension.confirmBy. 409 decided-by-someone-else for the officer who"
                            + " suspended; 409 nothing-to-confirm; 409 wrong-state.")
    ResponseEntity<MembershipView> confirmSuspension(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(
                decide.confirmSuspension(id, request.reason().strip(), noted));
    }

    @PostMapping("/{id}/suspension-extension")
    @Operation(
            summary = "Put off the review of a suspension",
            description =
                    "By another period, with a reason for the member to read. 409 decided-by-someone-else for the officer"
                            + " who suspended; 409 wrong-state.")
    ResponseEntity<MembershipView> extendSuspension(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(
                decide.extendSuspension(id, request.reason().strip(), noted));
    }

    @PostMapping("/{id}/objection")
    @Operation(
            summary = "Object to a suspension",
            description =
                    "Once, until suspension.objectUntil, afterwards 409 objection-too-late. An officer who took no part"
                            + " answers. 409 objected-already; 409 wrong-state.")
    ResponseEntity<MembershipView> object(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return MembershipView.answer(decide.object(id, request.reason().strip(), command));
    }

    @PostMapping("/{id}/objection-answer")
    @Operation(
            summary = "Answer an objection",
            description =
                    "UPHELD lifts the suspension. DISMISSED names the reason that remains. 409"
                            + " decided-by-someone-else for an officer who suspended or confirmed; 409 nothing-to-answer; 409 wrong-state.")
    ResponseEntity<MembershipView> answerObjection(
            @PathVariable String id,
            @Valid @RequestBody ObjectionAnswerRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return MembershipView.answer(
                decide.answerObjection(id, request.outcome() == ObjectionOutcome.UPHELD, request.toDecision(), noted));
    }
}
