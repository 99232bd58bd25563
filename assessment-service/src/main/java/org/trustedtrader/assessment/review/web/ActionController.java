package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Versioned;

/** Corrective actions are part of the assessment: their ETag is the assessment's version. */
@RestController
@RequestMapping("/v1/assessments/{id}/actions")
@Tag(name = "Corrective actions")
class ActionController {

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final CompanyClock clock;

    ActionController(Assessments assessments, AssessmentRules rules, CompanyClock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    record ActionList(List<ActionView> items) {}

    record ProposalRequest(
            @NotBlank(message = "{assessment.criterion.missing}")
            String criterion,

            @NotBlank(message = "{assessment.action.weakness}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String weakness,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    record AgreementRequest(
            @NotBlank(message = "{assessment.action.owner-function}")
            @Size(max = 200, message = "{assessment.text.at-most}")
            String ownerFunction,

            @NotBlank(message = "{assessment.action.plan}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String plan) {}

    record OutcomeRequest(
            @NotBlank(message = "{assessment.action.outcome}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String outcome) {}

    record CommentRequest(
            @NotBlank(message = "{assessment.action.comment}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String comment,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    record ExtensionRequest(
            @NotNull(message = "{assessment.action.due-on-missing}")
            LocalDate dueOn,

            @NotBlank(message = "{assessment.reason.missing}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    @GetMapping
    @Operation(summary = "All corrective actions", description = "Overdue is derived from the due date and today.")
    ResponseEntity<ActionList> list(@PathVariable String id, Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var views = assessment.actions().all().stream()
                .map(action -> view(action, assessment))
                .toList();
        return Versioned.ok(new ActionList(views), assessment.version());
    }

    @PostMapping
    @Operation(
            summary = "Proposes an action beyond those that completing proposes by itself",
            description = "With line or site for a criterion that a line or a site answers: 422 otherwise.")
    ResponseEntity<ActionView> propose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @Valid @RequestBody ProposalRequest request,
            @ChangeCommand Command command) {
        var about = new ScopedCriterion(ScopeParameter.of(line, site), request.criterion());
        Assessment assessment = assessments.change(
                id,
                command.withInternalNote(request.internalNote()),
                a -> a.proposeAction(about, request.weakness(), rules, command.actor(), clock.now(a)));
        CorrectiveAction proposed = assessment.actions().latestFor(about);
        URI location = URI.create("/v1/assessments/" + id + "/actions");
        return Versioned.created(location, view(proposed, assessment), assessment.version());
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
        return take(id, actionId, ActionStep.submit(request.outcome()), command);
    }

    @PostMapping("/{actionId}/verification")
    @Operation(summary = "An assessor finds that it is done")
    ResponseEntity<ActionView> verify(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        return take(
                id, actionId, ActionStep.verify(request.comment()), command.withInternalNote(request.internalNote()));
    }

    @PostMapping("/{actionId}/rejection")
    @Operation(summary = "An assessor finds that it is not done")
    ResponseEntity<ActionView> reject(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        return take(
                id, actionId, ActionStep.reject(request.comment()), command.withInternalNote(request.internalNote()));
    }

    @PostMapping("/{actionId}/extension")
    @Operation(
            summary = "An approver grants more time",
            description = "The new date lies after the old one and today, and at most 2 years from today.")
    ResponseEntity<ActionView> extend(
            @PathVariable String id,
            @PathVariable String actionId,
            @Valid @RequestBody ExtensionRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return take(id, actionId, ActionStep.extend(request.dueOn(), request.reason()), noted);
    }

    private ResponseEntity<ActionView> take(String id, String actionId, ActionStep step, Command command) {
        Assessment assessment =
                assessments.change(id, command, a -> a.act(actionId, step, command.actor(), clock.now(a)));
        return Versioned.ok(view(assessment.actions().find(actionId), assessment), assessment.version());
    }

    private ActionView view(CorrectiveAction action, Assessment assessment) {
        return ActionView.of(action, clock.now(assessment).day());
    }

    /**
     * A corrective action as of today.
     *
     * @param scope where the criterion is not met: company, line=HIGHWAY_CARRIER or site=windsor
     * @param asked false once the criterion is asked there no more; then nothing is owed
     */
    record ActionView(
            String id,
            String criterion,
            String scope,
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
            int extensions,
            boolean asked) {

        static ActionView of(CorrectiveAction action, LocalDate today) {
            return new ActionView(
                    action.id(),
                    action.criterion(),
                    action.scope().key(),
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
                    action.extensions(),
                    action.asked());
        }
    }
}
