package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.review.AdoptCatalogue;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.web.AssessmentViewMapper.AssessmentView;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Security profile")
class ProfileController {

    private final AdoptCatalogue adoptCatalogue;
    private final Assessments assessments;
    private final AssessmentRules rules;
    private final CompanyClock clock;
    private final AssessmentViewMapper views;

    ProfileController(
            AdoptCatalogue adoptCatalogue,
            Assessments assessments,
            AssessmentRules rules,
            AssessmentViewMapper views,
            CompanyClock clock) {
        this.adoptCatalogue = adoptCatalogue;
        this.assessments = assessments;
        this.rules = rules;
        this.views = views;
        this.clock = clock;
    }

    record AnswerRequest(
            @NotBlank(message = "{assessment.criterion.missing}")
            String criterion,

            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason) {

        AnswerCommand commandIn(Scope scope) {
            return new AnswerCommand(
                    scope,
                    criterion,
                    Optional.ofNullable(value),
                    Optional.ofNullable(explanation),
                    Optional.ofNullable(notApplicableReason),
                    false);
        }
    }

    record AnswersRequest(
            @NotEmpty(message = "{assessment.answers.empty}") @Size(max = 300, message = "{assessment.list.at-most}")
            List<@Valid AnswerRequest> answers) {}

    record OneAnswerRequest(
            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason) {}

    record AdoptionRequest(
            @NotNull(message = "{assessment.catalogue.version-missing}")
            String version) {}

    @GetMapping("/profile")
    @Operation(
            summary = "The criteria with the answers of the company, its lines and its sites",
            description =
                    "Texts in en or fr. With line or site the answers of that one, also if it has ended; 404 for one that the company"
                            + " never had. An item's scope says whose answer it is.")
    ResponseEntity<ProfileView> profile(
            @PathVariable String id,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var profiles = assessment.profiles();
        var shown = ScopeParameter.isNamed(line, site)
                ? List.of(profiles.known(ScopeParameter.of(line, site)))
                : profiles.open();
        var view = ProfileView.of(assessment, shown, rules.catalogueOf(assessment), Language.of(language));
        return Versioned.ok(view, assessment.version());
    }

    @PostMapping("/answers")
    @Operation(
            summary = "Answers any number of criteria",
            description =
                    "All of them or, with the list of what is wrong, none. A text has 10 to 4000 characters. Without line or site"
                            + " the company's answers, else those of that line or site: 422 for a criterion that is answered elsewhere, for"
                            + " a line or site that is not the company's, and for one that has ended.")
    ResponseEntity<AssessmentView> answer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @Valid @RequestBody AnswersRequest request,
            @ChangeCommand Command command) {
        var scope = ScopeParameter.of(line, site);
        var answers = request.answers().stream()
                .map(answer -> answer.commandIn(scope))
                .toList();
        return answer(id, answers, command);
    }

    @PutMapping("/answers/{criterion}")
    @Operation(
            summary = "Answers one criterion",
            description = "With line or site for a criterion that a line or a site answers: 422 otherwise.")
    ResponseEntity<AssessmentView> answerOne(
            @PathVariable String id,
            @PathVariable String criterion,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @RequestBody OneAnswerRequest request,
            @ChangeCommand Command command) {
        var answer =
                new AnswerRequest(criterion, request.value(), request.explanation(), request.notApplicableReason());
        return answer(id, List.of(answer.commandIn(ScopeParameter.of(line, site))), command);
    }

    @PostMapping("/submission")
    @Operation(
            summary = "Submits the profile",
            description =
                    "409 profile-incomplete lists what is not answered, which evidence is missing, and a missing supply chain.")
    ResponseEntity<AssessmentView> submit(@PathVariable String id, @ChangeCommand Command command) {
        var submitted =
                assessments.change(id, command, a -> a.submit(rules.catalogueOf(a), command.actor(), clock.now(a)));
        return views.ok(submitted, command.actor());
    }

    @PostMapping("/catalogue-adoption")
    @Operation(
            summary = "Takes over a newer version of the catalogue",
            description = "Answers stay; those to changed criteria have to be given again before submitting.")
    ResponseEntity<AssessmentView> adopt(
            @PathVariable String id, @Valid @RequestBody AdoptionRequest request, @ChangeCommand Command command) {
        return views.ok(adoptCatalogue.adopt(id, request.version(), command), command.actor());
    }

    @PostMapping("/carry-over")
    @Operation(
            summary = "Takes over, for a line or a site, what the company as a whole answered before",
            description =
                    "When the catalogue asks a line or a site what it asked the company before, the company's answers wait: the profile"
                            + " shows them as companyValue. This takes them over where there is no answer yet, with the company's evidence. 409"
                            + " nothing-to-carry-over if nothing waits.")
    ResponseEntity<AssessmentView> carryOver(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @ChangeCommand Command command) {
        var scope = ScopeParameter.of(line, site);
        var changed = assessments.change(
                id, command, a -> a.carryOver(scope, rules.catalogueOf(a), command.actor(), clock.now(a)));
        return views.ok(changed, command.actor());
    }

    private ResponseEntity<AssessmentView> answer(String id, List<AnswerCommand> answers, Command command) {
        var answered = assessments.change(
                id, command, a -> a.answer(answers, rules.catalogueOf(a), command.actor(), clock.now(a)));
        return views.ok(answered, command.actor());
    }
}
