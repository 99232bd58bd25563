package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EvidenceFile;
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

        AnswerCommand command() {
            return new AnswerCommand(
                    criterion,
                    Optional.ofNullable(value),
                    Optional.ofNullable(explanation),
                    Optional.ofNullable(notApplicableReason));
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
    @Operation(summary = "The criteria with the company's answers", description = "Texts in en or fr.")
    ResponseEntity<ProfileView> profile(
            @PathVariable String id, @RequestParam(defaultValue = "en") String language, Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var view = ProfileView.of(assessment, rules.catalogueOf(assessment), Language.of(language));
        return Versioned.ok(view, assessment.version());
    }

    @PostMapping("/answers")
    @Operation(
            summary = "Answers any number of criteria",
            description = "All of them or, with the list of what is wrong, none. A text has 10 to 4000 characters.")
    ResponseEntity<AssessmentView> answer(
            @PathVariable String id, @Valid @RequestBody AnswersRequest request, @ChangeCommand Command command) {
        var answers = request.answers().stream().map(AnswerRequest::command).toList();
        return answer(id, answers, command);
    }

    @PutMapping("/answers/{criterion}")
    @Operation(summary = "Answers one criterion")
    ResponseEntity<AssessmentView> answerOne(
            @PathVariable String id,
            @PathVariable String criterion,
            @RequestBody OneAnswerRequest request,
            @ChangeCommand Command command) {
        var answer =
                new AnswerRequest(criterion, request.value(), request.explanation(), request.notApplicableReason());
        return answer(id, List.of(answer.command()), command);
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

    private ResponseEntity<AssessmentView> answer(String id, List<AnswerCommand> answers, Command command) {
        var answered = assessments.change(
                id, command, a -> a.answer(answers, rules.catalogueOf(a), command.actor(), clock.now(a)));
        return views.ok(answered, command.actor());
    }

    /** A security profile in one language, in the order of the catalogue. */
    record ProfileView(String assessmentId, Assessment.State state, String catalogueVersion, List<Item> items) {

        /**
         * One criterion with its answer.
         *
         * @param stale    whether the criterion has changed since it was answered
         * @param evidence ids of the files that belong to it
         */
        record Item(
                String criterion,
                Category category,
                Level level,
                AnswerType answerType,
                String text,
                String guidance,
                boolean evidenceRequired,
                Answer.State state,
                @Nullable String value,
                @Nullable String explanation,
                @Nullable String notApplicableReason,
                @Nullable String comment,
                @Nullable LocalDate exemptUntil,
                boolean stale,
                List<String> evidence) {}

        static ProfileView of(Assessment assessment, Catalogue catalogue, Language language) {
            var items = catalogue.applicableTo(assessment.snapshot().linesOfBusiness()).stream()
                    .map(criterion -> item(assessment, criterion, language))
                    .toList();
            return new ProfileView(assessment.id(), assessment.snapshot().state(), catalogue.version(), items);
        }

        private static Item item(Assessment assessment, Criterion criterion, Language language) {
            Answer answer = assessment.profile().find(criterion.id()).orElseThrow();
            return new Item(
                    criterion.id(),
                    criterion.category(),
                    criterion.level(),
                    criterion.answerType(),
                    criterion.text().in(language),
                    criterion.guidance().in(language),
                    criterion.evidence().required(),
                    answer.state(),
                    answer.value().orElse(null),
                    answer.explanation().orElse(null),
                    answer.notApplicableReason().orElse(null),
                    answer.comment().orElse(null),
                    answer.exemptUntil().orElse(null),
                    answer.isOlderThan(criterion.revision()),
                    assessment.evidence().of(criterion.id()).stream()
                            .map(EvidenceFile::id)
                            .toList());
        }
    }
}
