package org.trustedtrader.assessment.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.SupplyChain;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What the rating would be if something were otherwise. Nothing is stored, and the rating that counts stays as it is.
 */
public final class WhatIf {

    private final Assessments assessments;
    private final DeclareSupplyChain declaring;
    private final AssessmentRules rules;
    private final Clock clock;

    public WhatIf(Assessments assessments, DeclareSupplyChain declaring, AssessmentRules rules, Clock clock) {
        this.assessments = assessments;
        this.declaring = declaring;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is supposed; whatever is empty stays as it is.
     *
     * @param failed  the criteria that are not met, instead of those judged so
     * @param threats levels 1–3 by country or region
     */
    public record Supposition(
            Optional<List<String>> failed,
            Optional<List<DeclareSupplyChain.DeclaredLeg>> legs,
            Map<String, Integer> threats) {}

    public RiskAssessment ask(String assessmentId, Supposition supposed, Actor actor) {
        Assessment assessment = assessments.visible(assessmentId, actor);
        AssessmentSnapshot now = assessment.snapshot();
        Instant at = clock.instant();
        Catalogue catalogue = rules.catalogues().kept(now.catalogueVersion());
        RiskModel model = rules.riskModel().with(levels(supposed.threats()));
        List<Failure> failures = supposed.failed()
                .map(ids -> ids.stream().map(id -> failure(id, catalogue)).toList())
                .orElseGet(() -> assessment.risk(model, catalogue, at).inputs().failures());
        SupplyChain chain = supposed.legs()
                .map(legs -> declaring.resolve(legs, now.company()))
                .orElse(now.supplyChain());
        return model.assess(chain, failures, catalogue.version(), at);
    }

    private ThreatLevels levels(Map<String, Integer> threats) {
        try {
            return rules.riskModel().threats().supposing(threats);
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("threats", "Give levels from 1 to 3 by country or region, such as US-MI.");
        }
    }

    private static Failure failure(String id, Catalogue catalogue) {
        return catalogue
                .find(id)
                .map(Failure::of)
                .orElseThrow(() -> new Refusal.InvalidInput("failed", "There is no criterion " + id + "."));
    }
}
