package org.trustedtrader.assessment.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.trustedtrader.platform.message.Message;

/**
 * The outcome, with its reasons.
 *
 * @param decidedBy   which rule had the last word
 * @param explanation in English, for the record; {@link #reason} says it in the reader's language
 */
public record RiskRating(Band rating, Rule decidedBy, String explanation, List<LegRating> legs) {

    public RiskRating {
        legs = List.copyOf(legs);
    }

    /** The rules that can decide the rating of a chain. */
    public enum Rule {
        WORST_LEG,
        FAILED_MUST_FLOOR,
        /** No chain is declared, though goods move: {@link Band#UNRATED}. */
        NO_SUPPLY_CHAIN,
        /** Goods cannot take the declared chain: {@link Band#UNRATED}. */
        BROKEN_SUPPLY_CHAIN,
        /** No chain is declared, and the company moves no goods. */
        CRITERIA_ALONE
    }

    static RiskRating of(Band rating, Rule decidedBy, List<LegRating> legs, RiskInputs inputs) {
        var unexplained = new RiskRating(rating, decidedBy, "", legs);
        return new RiskRating(rating, decidedBy, unexplained.reason(inputs).in(Locale.ENGLISH), legs);
    }

    static LegRating worstOf(List<LegRating> legs) {
        return legs.stream().max(Comparator.comparingInt(LegRating::score)).orElseThrow();
    }

    /** Why the rating is what it is. */
    public Message reason(RiskInputs inputs) {
        return switch (decidedBy) {
            case WORST_LEG -> {
                var worst = worstOf(legs);
                yield Message.of(
                        "assessment.risk.worst-leg",
                        worst.leg(),
                        worst.threat(),
                        worst.vulnerability(),
                        worst.score(),
                        worst.band());
            }
            case FAILED_MUST_FLOOR -> {
                var worst = worstOf(legs);
                yield Message.of("assessment.risk.failed-must", inputs.failed(true), worst.leg(), worst.band());
            }
            case NO_SUPPLY_CHAIN ->
                Message.of(
                        "assessment.risk.no-chain",
                        inputs.chainNeededBy().stream().sorted().toList());
            case BROKEN_SUPPLY_CHAIN -> {
                var fault = inputs.chain().faults().getFirst();
                yield Message.of("assessment.risk.broken-chain", fault.field(), fault.message());
            }
            case CRITERIA_ALONE ->
                Message.of("assessment.risk.criteria-alone", inputs.failed(true), inputs.failed(false), rating);
        };
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
