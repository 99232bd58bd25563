package org.trustedtrader.assessment.review.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.review.Assessment;

/**
 * The data of an assessment's events: no answers, no evidence, no persons beyond pseudonymous officer ids.
 *
 * @param mustActions          corrective actions for criteria that must be met, those that are verified among them
 * @param actionPlanAgreed     whether there are corrective actions and the company has agreed all of them
 * @param revalidationOpenedAt the opening of the newest revalidation for which the company refreshes its profile
 * @param changesStatedAt      the newest submission of an annual review whose changes it has taken in
 */
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
        List<MustAction> mustActions,
        boolean actionPlanAgreed,
        List<String> assessors,
        @Nullable Instant revalidationOpenedAt,
        @Nullable Instant changesStatedAt) {

    record MustAction(String actionId, LocalDate dueOn, String state) {

        static MustAction of(CorrectiveAction action) {
            return new MustAction(action.id(), action.dueOn(), action.state().name());
        }
    }

    static AssessmentPayload of(Assessment assessment) {
        Assessment.Snapshot now = assessment.snapshot();
        Progress progress = assessment.profiles().progress();
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
                assessment.actions().musts().stream().map(MustAction::of).toList(),
                assessment.actions().isAgreed(),
                now.officers(),
                now.revalidationOpenedAt().orElse(null),
                now.changesStatedAt().orElse(null));
    }
}
