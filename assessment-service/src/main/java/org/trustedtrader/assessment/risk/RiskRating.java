package org.trustedtrader.assessment.risk;

import java.util.List;

/**
 * The outcome, with its reasons.
 *
 * @param decidedBy which rule had the last word
 */
public record RiskRating(Band rating, Rule decidedBy, String explanation, List<LegRating> legs) {

    public RiskRating {
        legs = List.copyOf(legs);
    }

    /** The rules that can decide the rating of a chain. */
    public enum Rule {
        WORST_LEG,
        FAILED_MUST_FLOOR
    }

    /** One leg: score = threat × vulnerability. */
    public record LegRating(
            String leg,
            int threat,
            List<String> threatFactors,
            int vulnerability,
            List<String> vulnerabilityFactors,
            int score,
            Band band) {

        public LegRating {
            threatFactors = List.copyOf(threatFactors);
            vulnerabilityFactors = List.copyOf(vulnerabilityFactors);
        }
    }
}
