package org.trustedtrader.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.SupplyChain;

/** Everything that an assessment consists of, to be stored and read back. */
public record AssessmentSnapshot(
        String company,
        Set<LineOfBusiness> linesOfBusiness,
        String catalogueVersion,
        AssessmentState state,
        List<Answer> answers,
        List<EvidenceFile> evidence,
        SupplyChain supplyChain,
        Optional<RiskAssessment> risk,
        List<CorrectiveAction> actions,
        Set<String> assessors,
        Instant openedAt,
        Optional<Instant> submittedAt,
        Optional<Instant> completedAt) {

    /** A profile that asks what the application's lines of business are asked, and has no answers yet. */
    static AssessmentSnapshot empty(ApplicationHeard application, Catalogue catalogue, Instant now) {
        return new AssessmentSnapshot(
                application.company(),
                application.linesOfBusiness(),
                catalogue.version(),
                AssessmentState.OPEN,
                SecurityProfile.asking(catalogue.applicableTo(application.linesOfBusiness()))
                        .all(),
                List.of(),
                SupplyChain.UNDECLARED,
                Optional.empty(),
                List.of(),
                Set.of(),
                now,
                Optional.empty(),
                Optional.empty());
    }
}
