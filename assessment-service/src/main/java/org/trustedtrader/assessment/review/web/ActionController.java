package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** Corrective actions are part of the assessment: their ETag is the assessment's version. */
@RestController
@RequestMapping("/v1/assessments/{id}/actions")
@Tag(name = "Corrective actions")
class ActionController {

    private static final String TOO_LONG = "At most 2000 characters.";

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final Clock clock;

    ActionController(Assessments assessments, AssessmentRules rules, Clock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    record ActionList(List<ActionView> items) {}

    record ProposalRequest(
            @NotBlank(message = "Name the criterion.") String criterion,

            @NotBlank(message = "Say what is weak.") @Size(max = 2000, message = TOO_LONG)
            String weakness) {}

    record AgreementRequest(
            @NotBlank(message = "Name the function that answers for it.")
            @Size(max = 200, message = "At most 200 characters.")
            String ownerFunction,

            @NotBlank(message = "Say what will be done.") @Size(max = 2000, message = TOO_LONG)
            String plan) {}

    record OutcomeRequest(
            @NotBlank(message = "Say what was done.") @Size(max = 2000, message = TOO_LONG)
            String outcome) {}

    record CommentRequest(
            @NotBlank(message = "Give a comment.") @Size(max = 2000, message = TOO_LONG)
            String comment) {}

    record ExtensionRequest(
            @NotNull(message = "Say until when.") LocalDate dueOn,

            @NotBlank(message = "Give the reason.") @Size(max = 2000, message = TOO_LONG)
            String reason) {}

    @GetMapping
    @Operation(summary = "All corrective actions", description = "Overdue is derived from the due date and today.")
    ResponseEntity<ActionList> list(@PathVariable String id, Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var views = assessment.actions().all().stream().map(this::view).toList();
        return Versioned.ok(new ActionList(views), assessment.version());
    }

    @PostMapping
    @Operation(summary = "Proposes an action beyond those that completing proposes by itself")
    ResponseEntity<ActionView> propose(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request, @ChangeCommand Command command) {
        Assessment assessment = assessments.change(
                id,
                command,
                a -> a.proposeAction(request.criterion(), request.weakness(), rules, command.actor(), clock.instant()));
        CorrectiveAction proposed = assessment.actions().latestFor(request.criterion());
        URI location = URI.create("/v1/assessments/" + id + "/actions");
        return Versioned.created(location, view(proposed), assessment.version());
    }

    @PostMapping("/{actionId}/agreement")
    @Operation(summary = "The company takes the action on")
    ResponseEntity<ActionView> agree(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody AgreementRequest request,
            @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.agree(request.ownerFunction(), request.plan()), command);
    }

    @PostMapping("/{actionId}/start")
    @Operation(summary = "The company starts, or starts again after a rejection")
    ResponseEntity<ActionView> start(
            @PathVariable String id, @PathVariable String actionId, @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.start(), command);
    }

    @PostMapping("/{actionId}/submission")
    @Operation(summary = "The company says that it is done")
    ResponseEntity<ActionView> submit(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody OutcomeRequest request,
            @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.submit(request.outcome(), today()), command);
    }

    @PostMapping("/{actionId}/verification")
    @Operation(summary = "An assessor finds that it is done")
    ResponseEntity<ActionView> verify(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.verify(request.comment()), command);
    }

    @PostMapping("/{actionId}/rejection")
    @Operation(summary = "An assessor finds that it is not done")
    ResponseEntity<ActionView> reject(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.reject(request.comment()), command);
    }

    @PostMapping("/{actionId}/extension")
    @Operation(summary = "An approver grants more time", description = "The new date lies after the old one and today.")
    ResponseEntity<ActionView> extend(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody ExtensionRequest request,
            @ChangeCommand Command command) {
        return take(id, actionId, ActionStep.extend(request.dueOn(), request.reason(), today()), command);
    }

    private ResponseEntity<ActionView> take(String id, String actionId, ActionStep step, Command command) {
        Assessment assessment =
                assessments.change(id, command, a -> a.act(actionId, step, command.actor(), clock.instant()));
        return Versioned.ok(view(assessment.actions().find(actionId)), assessment.version());
    }

    private LocalDate today() {
        return AssessmentRules.day(clock.instant());
    }

    private ActionView view(CorrectiveAction action) {
        return ActionView.of(action, today());
    }

    /** A corrective action as of today. */
    record ActionView(
            String id,
            String criterion,
            Level level,
            String weakness,
            CorrectiveAction.State state,
            boolean overdue,
            LocalDate dueOn,
            @Nullable String ownerFunction,
            @Nullable String plan,
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable LocalDate submittedOn,
            int extensions) {

        static ActionView of(CorrectiveAction action, LocalDate today) {
            return new ActionView(
                    action.id(),
                    action.criterion(),
                    action.level(),
                    action.weakness(),
                    action.state(),
                    action.isOverdue(today),
                    action.dueOn(),
                    action.ownerFunction().orElse(null),
                    action.plan().orElse(null),
                    action.outcome().orElse(null),
                    action.comment().orElse(null),
                    action.submittedOn().orElse(null),
                    action.extensions());
        }
    }
}
