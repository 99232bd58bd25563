package org.trustedtrader.assessment.risk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.assessment.risk.RiskInputs.LegInput;
import org.trustedtrader.assessment.risk.RiskRating.LegRating;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;

/**
 * Leg = threat × vulnerability; a chain is as risky as its worst leg, never the average; a failed MUST forces at least
 * MEDIUM. Vulnerability is 3 where a MUST of an exposed category failed, 2 where a SHOULD did, else 1.
 */
public final class RiskModel {

    /** To be changed with every change of a rule below, so that no old rating is explained by new rules. */
    public static final String VERSION = "risk-model-1";

    private static final Leg UNDECLARED = new Leg(
            "undeclared",
            Place.party("origin, not declared", "ZZ"),
            Place.party("destination, not declared", "ZZ"),
            TransportMode.ROAD,
            true);

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

    public RiskAssessment assess(SupplyChain chain, List<Failure> failures, String catalogueVersion, Instant at) {
        List<Leg> legs = chain.legs().isEmpty() ? List.of(UNDECLARED) : chain.legs();
        List<LegInput> rated = legs.stream()
                .map(leg -> new LegInput(leg, threats.strongestIn(leg.from()), threats.strongestIn(leg.to())))
                .toList();
        var inputs = new RiskInputs(VERSION, threats.version(), catalogueVersion, rated, failures);
        return new RiskAssessment(inputs, rate(inputs), at);
    }

    /** The same inputs always give the same rating: nothing else is looked at. */
    public static RiskRating rate(RiskInputs inputs) {
        List<LegRating> legs =
                inputs.legs().stream().map(leg -> rate(leg, inputs.failures())).toList();
        LegRating worst =
                legs.stream().max(Comparator.comparingInt(LegRating::score)).orElseThrow();
        long failedMusts = inputs.failures().stream().filter(Failure::isMust).count();
        Band rating = failedMusts > 0 ? worst.band().atLeast(Band.MEDIUM) : worst.band();
        if (rating != worst.band()) {
            String why = failedMusts + " failed MUST: the rating is at least MEDIUM, though the worst leg, "
                    + worst.leg() + ", is " + worst.band() + ".";
            return new RiskRating(rating, Rule.FAILED_MUST_FLOOR, why, legs);
        }
        String why = "The worst leg, " + worst.leg() + ", scores " + worst.threat() + " × " + worst.vulnerability()
                + " = " + worst.score() + ": " + worst.band() + ".";
        return new RiskRating(rating, Rule.WORST_LEG, why, legs);
    }

    private static LegRating rate(LegInput input, List<Failure> failures) {
        List<Failure> exposed = failures.stream()
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
}
