package org.trustedtrader.assessment.review.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.refusal.Refusal;

/** Look-up for enrolment: what an annual review asks of a member's security profile, as of now. */
@RestController
class ReviewBasisLookup {

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final CompanyClock clock;

    ReviewBasisLookup(Assessments assessments, AssessmentRules rules, CompanyClock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    record ReviewBasis(String assessmentId, List<CriterionBasis> criteria, SupplyChainBasis supplyChain) {}

    /**
     * @param scope           whose answer: company, line=HIGHWAY_CARRIER or site=windsor
     * @param answerVersion   of the profile in which the company gave the answer; 0 if that is not known
     * @param evidenceMissing whether the criterion wants a file and has none that counts today, where the company is
     * @param evidenceUntil   the last day on which a file counts; null if none does or it counts without end
     * @param exemptionOver   whether it was exempt until a day that has passed
     */
    record CriterionBasis(
            String criterion,
            String scope,
            Level level,
            Answer.State state,
            long answerVersion,
            boolean evidenceMissing,
            @Nullable LocalDate evidenceUntil,
            boolean exemptionOver) {}

    /** @param version changes whenever the company declares another supply chain */
    record SupplyChainBasis(String version, List<String> partners) {

        static SupplyChainBasis of(SupplyChain chain) {
            return new SupplyChainBasis(chain.version(), chain.partners());
        }
    }

    @GetMapping("/internal/assessments/{id}/review-basis")
    ReviewBasis read(@PathVariable String id) {
        var assessment = assessments.find(id).orElseThrow(() -> new Refusal.NotFound("assessment"));
        var snapshot = assessment.snapshot();
        var now = clock.now(assessment);
        var catalogue = rules.catalogueOf(assessment);
        var criteria = assessment.profiles().open().stream()
                .flatMap(scope -> catalogue.all().stream()
                        .flatMap(criterion -> scope.profile().find(criterion.id()).stream()
                                .map(answer -> criterion(assessment, criterion, scope.scope(), answer, now))))
                .toList();
        return new ReviewBasis(id, criteria, SupplyChainBasis.of(snapshot.supplyChain()));
    }

    private static CriterionBasis criterion(
            Assessment assessment, Criterion criterion, Scope scope, Answer answer, Moment now) {
        var standing = assessment.evidence().standing(criterion, scope, answer, now);
        return new CriterionBasis(
                criterion.id(),
                scope.key(),
                criterion.level(),
                answer.state(),
                answer.givenIn().orElse(0L),
                answer.value().isPresent() && standing.missing(),
                standing.until().orElse(null),
                answer.exemptUntil().filter(now.day()::isAfter).isPresent());
    }
}
