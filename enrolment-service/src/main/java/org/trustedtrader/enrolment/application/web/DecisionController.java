package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.DecideApplication;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.web.Requests.GroundsRequest;
import org.trustedtrader.enrolment.application.web.Requests.ReasonRequest;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** The decision on an application, which nobody takes who worked on the file before. */
@RestController
@RequestMapping("/v1/applications/{id}")
class DecisionController {

    private final DecideApplication decide;

    DecisionController(DecideApplication decide) {
        this.decide = decide;
    }

    @PostMapping("/approval")
    @Operation(
            summary = "Approve the application",
            description = "409 decided-by-someone-else for whoever worked on the file; 409 approval-refused with every"
                    + " objection; 409 wrong-state; 403 not-allowed if the account is no longer live.")
    ResponseEntity<ApplicationView> approve(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(decide.approve(id, request.toGrounds(), command), command);
    }

    @PostMapping("/intent-to-deny")
    @Operation(
            summary = "Tell the company that its application is to be denied",
            description =
                    "It may ask for an informal review until replyDueAt. 409 decided-by-someone-else, wrong-state.")
    ResponseEntity<ApplicationView> intendToDeny(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(decide.intendToDeny(id, request.toGrounds(), command), command);
    }

    @PostMapping("/informal-review")
    @Operation(
            summary = "Open the informal review of an intended denial",
            description =
                    "The company asks for it; an approver opens it when the company's time has passed, before that"
                            + " 409 company-may-still-ask.")
    ResponseEntity<ApplicationView> openInformalReview(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(decide.openInformalReview(id, request.reason(), command), command);
    }

    @PostMapping("/denial")
    @Operation(
            summary = "Deny the application after the informal review",
            description = "409 decided-by-someone-else, wrong-state.")
    ResponseEntity<ApplicationView> deny(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(decide.deny(id, request.toGrounds(), command), command);
    }

    @PostMapping("/send-back")
    @Operation(
            summary = "Send the application back to review",
            description = "The company is vetted again, and the assessment may be opened again. 409 wrong-state.")
    ResponseEntity<ApplicationView> sendBack(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(decide.sendBack(id, request.reason(), command), command);
    }

    private static ResponseEntity<ApplicationView> answer(MembershipApplication application, Command command) {
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }
}
