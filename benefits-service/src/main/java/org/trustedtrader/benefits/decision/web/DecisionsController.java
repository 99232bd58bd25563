package org.trustedtrader.benefits.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.decision.ReviewDecision;
import org.trustedtrader.border.examination.Examination;

@RestController
@RequestMapping("/v1/decisions")
@Tag(name = "Decisions")
class DecisionsController {

    private final ReviewDecision decisions;

    DecisionsController(ReviewDecision decisions) {
        this.decisions = decisions;
    }

    /**
     * @param same                 whether history still gives the answer that was given, and the secret the same selection
     * @param rederived            null of a question about a partner, which enrolment-service answers now
     * @param rederivedExamination null also where the secret of that time is not known here
     */
    record DecisionView(
            String decisionId,
            String kind,
            String askedBy,
            Instant askedAt,
            long statusAgeMillis,
            long leaseMillis,
            Record question,
            Record answer,
            @Nullable Examination examination,
            boolean same,
            @Nullable Record rederived,
            @Nullable Examination rederivedExamination) {}

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a past answer and derive it again",
            description =
                    "Shows question and answer as journalled, and the answer that history gives for what was known"
                            + " then. 404 if there is no such decision, or another replica gave it within the last"
                            + " seconds. 503 if the journal does not answer.")
    DecisionView read(@PathVariable String id) {
        var review = decisions.review(id);
        var entry = review.entry();
        var again = review.again();
        return new DecisionView(
                entry.id(),
                entry.kind(),
                entry.askedBy(),
                entry.moment().askedAt(),
                entry.moment().statusAge().toMillis(),
                entry.moment().lease().toMillis(),
                entry.question(),
                entry.answer(),
                entry.examination(),
                review.same(),
                again == null ? null : again.answer(),
                again == null ? null : again.examination());
    }
}
