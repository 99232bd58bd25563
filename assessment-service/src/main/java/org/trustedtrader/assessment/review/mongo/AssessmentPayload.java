package org.trustedtrader.assessment.review.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.review.Assessment;

/** The data of an assessment's events: no answers, no evidence, no persons beyond pseudonymous officer ids. */
record AssessmentPayload(
        String assessmentId,
        String applicationId,
        String company,
        List<String> linesOfBusiness,
        String state,
        String catalogueVersion,
        int answered,
        int total,
        @Nullable String riskRating,
        int openMustActions,
        List<String> assessors) {

    static AssessmentPayload of(Assessment assessment) {
        Assessment.Snapshot now = assessment.snapshot();
        Progress progress = assessment.profile().progress();
        return new AssessmentPayload(
                assessment.id(),
                assessment.id(),
                now.company(),
                now.linesOfBusiness().stream().map(Enum::name).sorted().toList(),
                now.state().name(),
                now.catalogueVersion(),
                progress.answered(),
                progress.total(),
                now.risk().map(risk -> risk.outcome().rating().name()).orElse(null),
                assessment.actions().openMusts(),
                now.officers());
    }
}
