package org.trustedtrader.assessment.risk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.risk.RiskInputs.LegInput;
import org.trustedtrader.assessment.risk.RiskRating.LegRating;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.SupplyChain;

/**
 * Leg = threat × vulnerability; a chain is as risky as its worst leg, never the average; a failed MUST forces at least
 * MEDIUM. Vulnerability is 3 where a MUST of an exposed category failed, 2 where a SHOULD did, else 1. What failed at one site
 * counts on the legs that begin or end there; at a site that no leg names it counts on each, since nothing shows where it does
 * not. A company without a
 * chain, or with one that goods cannot take, is UNRATED; if none of its lines of business moves goods and it declares none, the
 * criteria alone decide.
 */
public final class RiskModel {

    /** To be changed with every change of a rule below, so that no old rating is explained by new rules. */
    public static final String VERSION = "risk-model-3";

    /** Rated what was declared, however it was declared. */
    private static final String FIRST_VERSION = "risk-model-1";

    private final ThreatLevels threats;

    public RiskModel(ThreatLevels threats) {
        this.threats = threats;
    }

    /** This model with other threat levels, for a question that is not to be stored. */
    public RiskModel with(ThreatLevels supposed) {
        return new RiskModel(supposed);
    }

    public ThreatLevels threats() {
        return threats;
    }

    /**
     * @param chainNeededBy    the company's lines of business that move goods
     * @param catalogueVersion of the criteria that were judged
     */
    public RiskAssessment assess(
            SupplyChain chain,
            Set<LineOfBusiness> chainNeededBy,
            List<Failure> failures,
            String catalogueVersion,
            Instant at) {
        List<LegInput> legs = chain.legs().stream()
                .map(leg -> new LegInput(leg, threats.strongestIn(leg.from()), threats.strongestIn(leg.to())))
                .toList();
        var inputs = new RiskInputs(VERSION, threats.version(), catalogueVersion, chainNeededBy, legs, failures);
        return new RiskAssessment(inputs, rate(inputs), at);
    }

    /** The same inputs always give the same rating: nothing else is looked at. */
    public static RiskRating rate(RiskInputs inputs) {
        List<LegRating> legs =
                inputs.legs().stream().map(leg -> rate(leg, inputs)).toList();
        if (legs.isEmpty()) {
            return inputs.chainNeededBy().isEmpty()
                    ? RiskRating.of(byCriteria(inputs), Rule.CRITERIA_ALONE, legs, inputs)
                    : RiskRating.of(Band.UNRATED, Rule.NO_SUPPLY_CHAIN, legs, inputs);
        }
        if (!inputs.model().equals(FIRST_VERSION) && !inputs.chain().faults().isEmpty()) {
            return RiskRating.of(Band.UNRATED, Rule.BROKEN_SUPPLY_CHAIN, legs, inputs);
        }
        Band worst = RiskRating.worstOf(legs).band();
        Band rating = inputs.failed(true) > 0 ? worst.atLeast(Band.MEDIUM) : worst;
        return RiskRating.of(rating, rating == worst ? Rule.WORST_LEG : Rule.FAILED_MUST_FLOOR, legs, inputs);
    }

    /** Vulnerability at a threat that is neither low nor high, since nothing is known of where the company's clients trade. */
    private static Band byCriteria(RiskInputs inputs) {
        if (inputs.failed(true) > 0) {
            return Band.HIGH;
        }
        return inputs.failed(false) > 0 ? Band.MEDIUM : Band.LOW;
    }

    private static LegRating rate(LegInput input, RiskInputs inputs) {
        List<Failure> exposed = inputs.failures().stream()
                .filter(failure -> concerns(failure, input.leg(), inputs.chain()))
                .filter(failure -> input.leg().exposed().contains(failure.category()))
                .toList();
        int threat = Math.max(input.from().level(), input.to().level());
        int vulnerability = exposed.isEmpty() ? 1 : exposed.stream().anyMatch(Failure::isMust) ? 3 : 2;
        int score = threat * vulnerability;
        return new LegRating(
                input.leg().id(),
                threat,
                Stream.of(input.from(), input.to())
                        .map(ThreatFactor::inWords)
                        .distinct()
                        .toList(),
                vulnerability,
                exposed.stream().map(Failure::inWords).toList(),
                score,
                Band.of(score));
    }

    private static boolean concerns(Failure failure, Leg leg, SupplyChain chain) {
        return failure.scope()
                .site()
                .filter(site -> chain.legs().stream().anyMatch(any -> any.touches(site)))
                .map(leg::touches)
                .orElse(true);
    }
}
