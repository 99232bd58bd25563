package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.assessment.AssessmentSnapshot;
import org.trustedtrader.assessment.assessment.AssessmentState;
import org.trustedtrader.assessment.assessment.Progress;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * An assessment at a glance; times are UTC.
 *
 * @param catalogueStale whether a newer catalogue is in effect than the one that was answered
 * @param riskRating     of the latest completion
 * @param assessors      only officers are told
 */
record AssessmentView(
        String assessmentId,
        String applicationId,
        String company,
        List<LineOfBusiness> linesOfBusiness,
        AssessmentState state,
        String catalogueVersion,
        boolean catalogueStale,
        Progress progress,
        @Nullable Band riskRating,
        int openMustActions,
        List<String> assessors,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant completedAt,
        long version) {

    static AssessmentView of(Assessment assessment, String currentCatalogue, Actor reader) {
        AssessmentSnapshot now = assessment.snapshot();
        return new AssessmentView(
                assessment.id(),
                assessment.id(),
                now.company(),
                now.linesOfBusiness().stream().sorted().toList(),
                now.state(),
                now.catalogueVersion(),
                !now.catalogueVersion().equals(currentCatalogue),
                assessment.profile().progress(),
                now.risk().map(risk -> risk.outcome().rating()).orElse(null),
                assessment.actions().openMusts(),
                reader.company().isEmpty() ? now.assessors().stream().sorted().toList() : List.of(),
                now.openedAt(),
                now.submittedAt().orElse(null),
                now.completedAt().orElse(null),
                assessment.version());
    }
}
