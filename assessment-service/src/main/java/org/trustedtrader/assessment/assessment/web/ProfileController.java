package org.trustedtrader.assessment.assessment.web;

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
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.assessment.Assessments;
import org.trustedtrader.assessment.assessment.GivenAnswer;
import org.trustedtrader.assessment.assessment.PrepareProfile;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Security profile")
class ProfileController {

    private final PrepareProfile prepareProfile;
    private final Assessments assessments;
    private final Catalogues catalogues;
    private final Present present;

    ProfileController(PrepareProfile prepareProfile, Assessments assessments, Catalogues catalogues, Present present) {
        this.prepareProfile = prepareProfile;
        this.assessments = assessments;
        this.catalogues = catalogues;
        this.present = present;
    }

    record AnswerRequest(
            @NotBlank(message = "Name the criterion.") String criterion,
            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason) {

        GivenAnswer given() {
            return new GivenAnswer(
                    criterion,
                    Optional.ofNullable(value),
                    Optional.ofNullable(explanation),
                    Optional.ofNullable(notApplicableReason));
        }
    }

    record AnswersRequest(
            @NotEmpty(message = "Give at least one answer.")
            @Size(max = 300, message = "Give at most 300 answers at once.")
            List<@Valid AnswerRequest> answers) {}

    record OneAnswerRequest(
            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason) {}

    record AdoptionRequest(
            @NotNull(message = "Name the version.") String version) {}

    @GetMapping("/profile")
    @Operation(summary = "The criteria with the company's answers", description = "Texts in en or fr.")
    ResponseEntity<ProfileView> profile(
            @PathVariable String id, @RequestParam(defaultValue = "en") String language, Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var view = ProfileView.of(assessment, catalogues.kept(assessment.catalogueVersion()), Language.of(language));
        return Versioned.ok(view, assessment.version());
    }

    @PostMapping("/answers")
    @Operation(
            summary = "Answers any number of criteria",
            description = "All of them or, with the list of what is wrong, none. A text has 10 to 4000 characters.")
    ResponseEntity<AssessmentView> answer(
            @PathVariable String id, @Valid @RequestBody AnswersRequest request, @ChangeCommand Command command) {
        var answers = request.answers().stream().map(AnswerRequest::given).toList();
        return present.ok(prepareProfile.answer(id, answers, command), command.actor());
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
        return present.ok(prepareProfile.answer(id, List.of(answer.given()), command), command.actor());
    }

    @PostMapping("/submission")
    @Operation(
            summary = "Submits the profile",
            description = "409 profile-incomplete lists what is not answered and which evidence is missing.")
    ResponseEntity<AssessmentView> submit(@PathVariable String id, @ChangeCommand Command command) {
        return present.ok(prepareProfile.submit(id, command), command.actor());
    }

    @PostMapping("/catalogue-adoption")
    @Operation(
            summary = "Takes over a newer version of the catalogue",
            description = "Answers stay; those to changed criteria have to be given again before submitting.")
    ResponseEntity<AssessmentView> adopt(
            @PathVariable String id, @Valid @RequestBody AdoptionRequest request, @ChangeCommand Command command) {
        return present.ok(prepareProfile.adopt(id, request.version(), command), command.actor());
    }
}
