package org.trustedtrader.assessment.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.ExemptionProposal;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.Versioned;

/** Shows an assessment as of today, and to its company without the officers' ids. */
@Component
class AssessmentViewMapper {

    private final Catalogues catalogues;
    private final CompanyClock clock;

    AssessmentViewMapper(Catalogues catalogues, CompanyClock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    AssessmentView view(Assessment assessment, Actor reader) {
        return AssessmentView.of(assessment, catalogues.on(clock.programmeDay()).version(), reader);
    }

    ResponseEntity<AssessmentView> ok(Assessment assessment, Actor reader) {
        return Versioned.ok(view(assessment, reader), assessment.version());
    }

    /**
     * An assessment at a glance; times are UTC.
     *
     * @param catalogueStale whether a newer catalogue is in effect than the one that was answered
     * @param riskRating     of the latest completion
     * @param assessors      for officers only
     * @param revalidationOpenedAt the opening of the newest revalidation for which the company refreshes its profile
     */
    record AssessmentView(
            String assessmentId,
            String applicationId,
            String company,
            List<LineOfBusiness> linesOfBusiness,
            Assessment.State state,
            String catalogueVersion,
            boolean catalogueStale,
            Progress progress,
            @Nullable Band riskRating,
            int openMustActions,
            List<String> assessors,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant completedAt,
            @Nullable Instant revalidationOpenedAt,
            List<ExemptionProposalView> exemptionProposals,
            long version) {

        static AssessmentView of(Assessment assessment, String currentCatalogue, Actor reader) {
            Assessment.Snapshot now = assessment.snapshot();
            return new AssessmentView(
                    assessment.id(),
                    assessment.id(),
                    now.company(),
                    now.linesOfBusiness().stream().sorted().toList(),
                    now.state(),
                    now.catalogueVersion(),
                    !now.catalogueVersion().equals(currentCatalogue),
                    assessment.profiles().progress(),
                    now.risk().map(risk -> risk.outcome().rating()).orElse(null),
                    assessment.actions().openMusts(),
                    reader.company().isEmpty()
                            ? now.assessors().stream().sorted().toList()
                            : List.of(),
                    now.openedAt(),
                    now.submittedAt().orElse(null),
                    now.completedAt().orElse(null),
                    now.revalidationOpenedAt().orElse(null),
                    reader.company().isEmpty()
                            ? now.exemptionProposals().stream()
                                    .map(ExemptionProposalView::of)
                                    .toList()
                            : List.of(),
                    assessment.version());
        }
    }

    /** What an approver has to grant, for officers only. */
    record ExemptionProposalView(String criterion, String scope, String proposedBy, String reason, LocalDate until) {

        static ExemptionProposalView of(ExemptionProposal p) {
            return new ExemptionProposalView(p.criterion(), p.scope().key(), p.by(), p.reason(), p.until());
        }
    }
}
