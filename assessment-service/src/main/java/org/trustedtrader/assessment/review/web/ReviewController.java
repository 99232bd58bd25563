package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.ExemptionProposal;
import org.trustedtrader.assessment.review.web.AssessmentViewMapper.AssessmentView;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;

@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Review")
class ReviewController {

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final AssessmentViewMapper views;
    private final CompanyClock clock;

    ReviewController(Assessments assessments, AssessmentRules rules, AssessmentViewMapper views, CompanyClock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.views = views;
        this.clock = clock;
    }

    record JudgementRequest(
            @NotBlank(message = "{assessment.criterion.missing}")
            String criterion,

            @NotNull(message = "{assessment.judgement.verdict}")
            Judgement.Verdict verdict,

            @Nullable String comment) {

        Judgement judgementIn(Scope scope) {
            return new Judgement(scope, criterion, verdict, Optional.ofNullable(comment));
        }
    }

    record ReviewRequest(
            @NotEmpty(message = "{assessment.judgements.empty}") @Size(max = 300, message = "{assessment.list.at-most}")
            List<@Valid JudgementRequest> judgements,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    record ExemptionRequest(
            @NotBlank(message = "{assessment.criterion.missing}")
            String criterion,

            @NotBlank(message = "{assessment.reason.missing}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String reason,

            @NotNull(message = "{assessment.action.due-on-missing}")
            LocalDate until,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    record CompletionRequest(
            @Nullable @Size(max = 2000, message = "{assessment.text.at-most}")
            String comment,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    record ReopeningRequest(
            @Schema(allowableValues = {"INCIDENT", "CHANGE", "OFFICER"})
            @NotNull(message = "{assessment.reopening.cause}")
            Assessment.ReopeningCause cause,

            @NotBlank(message = "{assessment.reason.missing}") @Size(max = 2000, message = "{assessment.text.at-most}")
            String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE)
            @Nullable
            @Size(max = 2000, message = "{assessment.text.at-most}")
            String internalNote) {}

    @PostMapping("/review")
    @Operation(
            summary = "Accepts or rejects answers",
            description =
                    "All judgements or none, of the company's answers or, with line or site, of that line's or site's. 409"
                            + " answer-not-acceptable lists accepted answers that fall short.")
    ResponseEntity<AssessmentView> review(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @Valid @RequestBody ReviewRequest request,
            @ChangeCommand Command command) {
        var scope = ScopeParameter.of(line, site);
        var judgements = request.judgements().stream()
                .map(judgement -> judgement.judgementIn(scope))
                .toList();
        var noted = command.withInternalNote(request.internalNote());
        return change(id, noted, a -> a.review(judgements, rules.catalogueOf(a), command.actor(), clock.now(a)));
    }

    @PostMapping("/exemption-proposals")
    @Operation(
            summary = "Proposes to exempt the company from a criterion until a day",
            description =
                    "Who proposes has assessed the file, and so grants no exemption. A newer proposal for the criterion"
                            + " replaces it. The company reads criterion and day in the history, not the reason. 409 wrong-state.")
    ResponseEntity<AssessmentView> proposeExemption(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @Valid @RequestBody ExemptionRequest request,
            @ChangeCommand Command command) {
        var proposal = new ExemptionProposal(
                request.criterion(),
                command.actor().id(),
                request.reason(),
                request.until(),
                ScopeParameter.of(line, site));
        var noted = command.withInternalNote(request.internalNote());
        return change(id, noted, a -> a.propose(proposal, command.actor(), clock.now(a)));
    }

    @PostMapping("/exemptions")
    @Operation(
            summary = "Exempts the company from a criterion until a day",
            description =
                    "Another officer has to propose it first: 409 proposal-needed. The day is not after the proposed"
                            + " one: 422. 403 not-allowed for an officer who assessed this file or proposed the exemption.")
    ResponseEntity<AssessmentView> exempt(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @Valid @RequestBody ExemptionRequest request,
            @ChangeCommand Command command) {
        var about = new ScopedCriterion(ScopeParameter.of(line, site), request.criterion());
        return change(
                id,
                command.withInternalNote(request.internalNote()),
                a -> a.exempt(about, request.reason(), request.until(), command.actor(), clock.now(a)));
    }

    @PostMapping("/completion")
    @Operation(
            summary = "Completes the assessment",
            description = "Rates the risk and proposes a corrective action for each failed MUST."
                    + " 409 answers-not-judged lists what is left to judge, 409 profile-incomplete also that there is no supply"
                    + " chain.")
    ResponseEntity<AssessmentView> complete(
            @PathVariable String id, @Valid @RequestBody CompletionRequest request, @ChangeCommand Command command) {
        String comment = request.comment() == null ? "" : request.comment();
        var noted = command.withInternalNote(request.internalNote());
        return change(id, noted, a -> a.complete(comment, rules, command.actor(), clock.now(a)));
    }

    @PostMapping("/reopening")
    @Operation(summary = "Takes a completed assessment up again")
    ResponseEntity<AssessmentView> reopen(
            @PathVariable String id, @Valid @RequestBody ReopeningRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return change(id, noted, a -> a.reopen(request.cause(), request.reason(), command.actor(), clock.now(a)));
    }

    private ResponseEntity<AssessmentView> change(String id, Command command, Consumer<Assessment> verb) {
        return views.ok(assessments.change(id, command, verb), command.actor());
    }
}
