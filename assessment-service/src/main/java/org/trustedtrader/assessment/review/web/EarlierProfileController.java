package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.TakeOverProfile;
import org.trustedtrader.assessment.review.web.AssessmentViewMapper.AssessmentView;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;

/** What a company answered in earlier assessments, offered to the present one. */
@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Security profile")
class EarlierProfileController {

    private final TakeOverProfile takeOverProfile;
    private final AssessmentViewMapper views;

    EarlierProfileController(TakeOverProfile takeOverProfile, AssessmentViewMapper views) {
        this.takeOverProfile = takeOverProfile;
        this.views = views;
    }

    record TakeOverRequest(
            @NotBlank(message = "{assessment.take-over.which}")
            String assessmentId) {}

    record EarlierProfileList(List<EarlierProfileView> items) {}

    /**
     * An earlier assessment of the company.
     *
     * @param answered        how many criteria were answered
     * @param fittingAnswers  how many of them a take-over would bring now
     * @param fittingEvidence how many files would come with them
     */
    record EarlierProfileView(
            String assessmentId,
            Assessment.State state,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant completedAt,
            String catalogueVersion,
            int answered,
            int fittingAnswers,
            int fittingEvidence) {

        static EarlierProfileView of(TakeOverProfile.Earlier earlier) {
            var then = earlier.assessment().snapshot();
            return new EarlierProfileView(
                    earlier.assessment().id(),
                    then.state(),
                    then.openedAt(),
                    then.submittedAt().orElse(null),
                    then.completedAt().orElse(null),
                    then.catalogueVersion(),
                    earlier.given(),
                    earlier.offer().answers().size(),
                    earlier.offer().evidence().size());
        }
    }

    @GetMapping("/earlier-profiles")
    @Operation(
            summary = "Earlier assessments of the same company, and how much of them fits this one",
            description =
                    "Newest first. An answer fits if its criterion is asked again, has not changed since and has no"
                            + " answer yet; a file, if it has not expired.")
    EarlierProfileList earlier(@PathVariable String id, Actor actor) {
        return new EarlierProfileList(takeOverProfile.earlier(id, actor).stream()
                .map(EarlierProfileView::of)
                .toList());
    }

    @PostMapping("/take-over")
    @Operation(
            summary = "Takes over what fits of an earlier assessment",
            description =
                    "Only while the profile has not been submitted. Answers come as ANSWERED or NA_CLAIMED, never as"
                            + " accepted, and overwrite none. 409 nothing-to-take-over if nothing fits; 404 for what is no earlier"
                            + " assessment of the company.")
    ResponseEntity<AssessmentView> takeOver(
            @PathVariable String id, @Valid @RequestBody TakeOverRequest request, @ChangeCommand Command command) {
        return views.ok(takeOverProfile.takeOver(id, request.assessmentId(), command), command.actor());
    }
}
