package org.trustedtrader.enrolment.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What assessment and validation found, as kept with the application that is decided on it. */
public record ReviewOutcome(
        boolean assessmentCompleted,
        AssessmentReport.@Nullable RiskRating riskRating,
        int openMustActions,
        Set<String> assessors,
        VisitReport.@Nullable Outcome validation,
        Set<String> validators) {

    static final ReviewOutcome NONE = new ReviewOutcome(false, null, 0, Set.of(), null, Set.of());

    public ReviewOutcome {
        assessors = Set.copyOf(assessors);
        validators = Set.copyOf(validators);
    }
}
