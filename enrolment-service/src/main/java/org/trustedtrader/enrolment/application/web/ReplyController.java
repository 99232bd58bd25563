package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.ReplyToProgramme;
import org.trustedtrader.enrolment.application.web.Requests.AnswerRequest;
import org.trustedtrader.enrolment.application.web.Requests.ReasonRequest;
import org.trustedtrader.enrolment.application.web.Requests.SignatureRequest;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** What a company does while its application is with the programme. */
@RestController
@RequestMapping("/v1/applications/{id}")
class ReplyController {

    private final ReplyToProgramme reply;

    ReplyController(ReplyToProgramme reply) {
        this.reply = reply;
    }

    @PostMapping("/information")
    @Operation(
            summary = "Answer a request for information",
            description = "Starts the clock again. 409 no-information-requested, wrong-state.")
    ResponseEntity<ApplicationView> provideInformation(
            @PathVariable String id, @Valid @RequestBody AnswerRequest request, @ChangeCommand Command command) {
        return answer(reply.provideInformation(id, request.answer(), command), command);
    }

    @PostMapping("/terms-signature")
    @Operation(
            summary = "Sign the terms of membership",
            description = "Membership starts within moments, under the application's id. 409 other-terms, wrong-state,"
                    + " approval-on-hold while the file is taken up again.")
    ResponseEntity<ApplicationView> signTerms(
            @PathVariable String id, @Valid @RequestBody SignatureRequest request, @ChangeCommand Command command) {
        return answer(reply.signTerms(id, request.termsVersion(), command), command);
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Withdraw the application", description = "Any time before the decision. 409 wrong-state.")
    ResponseEntity<ApplicationView> withdraw(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(reply.withdraw(id, request.reason(), command), command);
    }

    private static ResponseEntity<ApplicationView> answer(MembershipApplication application, Command command) {
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }
}
