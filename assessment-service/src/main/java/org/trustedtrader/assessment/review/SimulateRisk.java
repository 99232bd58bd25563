package org.trustedtrader.assessment.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What the rating would be if something were otherwise. Nothing is stored, and the rating that counts stays as it is.
 */
public final class SimulateRisk {

    private final Assessments assessments;
    private final DeclareSupplyChain declareSupplyChain;
    private final AssessmentRules rules;
    private final CompanyClock clock;

    public SimulateRisk(
            Assessments assessments, DeclareSupplyChain declareSupplyChain, AssessmentRules rules, CompanyClock clock) {
        this.assessments = assessments;
        this.declareSupplyChain = declareSupplyChain;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What differs from the file; whatever is empty stays as it is.
     *
     * @param failed  the criteria that are not met, instead of those judged so: {@code A3CHY} or {@code site=windsor/CF4V2}
     * @param threats levels 1–3 by country or region
     */
    public record Scenario(
            Optional<List<String>> failed,
            Optional<List<DeclareSupplyChain.DeclaredLeg>> legs,
            Map<String, Integer> threats) {}

    public RiskAssessment simulate(String assessmentId, Scenario scenario, Actor actor) {
        Assessment assessment = assessments.visible(assessmentId, actor);
        Assessment.Snapshot now = assessment.snapshot();
        Moment at = clock.now(assessment);
        Catalogue catalogue = rules.catalogues().kept(now.catalogueVersion());
        RiskModel model = rules.riskModel().with(levels(scenario.threats()));
        List<Failure> failures = scenario.failed()
                .map(ids -> ids.stream().map(id -> failure(id, catalogue)).toList())
                .orElseGet(() -> assessment.risk(model, catalogue, at).inputs().failures());
        SupplyChain chain = scenario.legs()
                .map(legs -> declareSupplyChain.resolve(DeclareSupplyChain.DeclaredChain.unnamed(legs), now.company()))
                .orElse(now.supplyChain());
        return model.assess(
                chain, catalogue.linesWithGoods(now.linesOfBusiness()), failures, catalogue.version(), at.at());
    }

    private ThreatLevels levels(Map<String, Integer> threats) {
        try {
            return rules.riskModel().threats().supposing(threats);
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("threats", Message.of("assessment.threats.level"));
        }
    }

    private static Failure failure(String id, Catalogue catalogue) {
        var about = scoped(id);
        return catalogue
                .find(about.criterion())
                .map(criterion -> Failure.of(criterion, about.scope()))
                .orElseThrow(() -> new Refusal.InvalidInput("failed", Message.of("assessment.criterion.unknown", id)));
    }

    private static ScopedCriterion scoped(String id) {
        try {
            return ScopedCriterion.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("failed", Message.of("assessment.criterion.unknown", id));
        }
    }
}
