package org.trustedtrader.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.SupplyChain;

/**
 * Everything that an assessment consists of, to be stored and read back.
 *
 * @param assessors actor ids of the officers who judged the profile, worked on its actions or opened it again
 * @param exempters actor ids of the approvers who exempted the company from a criterion
 */
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
        Set<String> exempters,
        Instant openedAt,
        Optional<Instant> submittedAt,
        Optional<Instant> completedAt) {

    /** Every officer with a hand in the result, in order: none of them decides on the application. */
    public List<String> officers() {
        var officers = new TreeSet<>(assessors);
        officers.addAll(exempters);
        return List.copyOf(officers);
    }

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
                Set.of(),
                now,
                Optional.empty(),
                Optional.empty());
    }
}
