package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.CheckAtIntake;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.ReviewApplication;
import org.trustedtrader.enrolment.application.web.Requests.ConsiderationRequest;
import org.trustedtrader.enrolment.application.web.Requests.QuestionRequest;
import org.trustedtrader.enrolment.application.web.Requests.ReasonRequest;
import org.trustedtrader.enrolment.application.web.Requests.VettingRequest;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** What officers do with an application before it is decided. */
@RestController
@RequestMapping("/v1/applications/{id}")
class ReviewController {

    private final CheckAtIntake intake;
    private final ReviewApplication review;

    ReviewController(CheckAtIntake intake, ReviewApplication review) {
        this.intake = intake;
        this.review = review;
    }

    @PostMapping("/completeness-check")
    @Operation(summary = "Start the completeness check", description = "409 wrong-state unless SUBMITTED.")
    ResponseEntity<ApplicationView> check(@PathVariable String id, @ChangeCommand Command command) {
        return answer(intake.start(id, command), command);
    }

    @PostMapping("/return")
    @Operation(
            summary = "Return the application as incomplete",
            description = "The company has to correct and resubmit it by replyDueAt, or it lapses. 409 wrong-state.")
    ResponseEntity<ApplicationView> returnIncomplete(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(intake.returnIncomplete(id, request.reason(), command), command);
    }

    @PostMapping("/acceptance")
    @Operation(summary = "Accept the application", description = "Starts the service-standard clock. 409 wrong-state.")
    ResponseEntity<ApplicationView> accept(@PathVariable String id, @ChangeCommand Command command) {
        return answer(intake.accept(id, command), command);
    }

    @PostMapping("/information-requests")
    @Operation(
            summary = "Ask the company for information",
            description = "Stops the clock until the answer; without one by replyDueAt the application lapses."
                    + " 409 wrong-state, information-already-requested.")
    ResponseEntity<ApplicationView> requestInformation(
            @PathVariable String id, @Valid @RequestBody QuestionRequest request, @ChangeCommand Command command) {
        return answer(review.requestInformation(id, request.question(), command), command);
    }

    @PostMapping("/vetting")
    @Operation(
            summary = "Complete the vetting of the company",
            description = "One of the two tracks of a review; the other is the assessment of the security profile."
                    + " 409 wrong-state.")
    ResponseEntity<ApplicationView> vet(
            @PathVariable String id, @Valid @RequestBody VettingRequest request, @ChangeCommand Command command) {
        return answer(review.vet(id, request.outcome(), request.noteOrEmpty(), command), command);
    }

    @PostMapping("/special-considerations")
    @Operation(
            summary = "Exempt the application from one rule of membership",
            description = "Until and including a date. 409 wrong-state; 422 invalid-input.")
    ResponseEntity<ApplicationView> exempt(
            @PathVariable String id, @Valid @RequestBody ConsiderationRequest request, @ChangeCommand Command command) {
        return answer(review.exempt(id, request.section(), request.reason(), request.expiresOn(), command), command);
    }

    private static ResponseEntity<ApplicationView> answer(MembershipApplication application, Command command) {
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }
}
