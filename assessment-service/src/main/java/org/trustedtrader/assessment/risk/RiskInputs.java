package org.trustedtrader.assessment.risk;

import java.util.List;
import java.util.Set;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * Everything that a rating depends on, so that it can be repeated years later.
 *
 * @param model            the version of the rules
 * @param threatData       the version of the threat levels; the levels used are in the legs
 * @param catalogueVersion the criteria that were judged
 * @param chainNeededBy    the lines of business that cannot be rated without a supply chain; empty in inputs of
 *                         {@code risk-model-1}
 */
public record RiskInputs(
        String model,
        String threatData,
        String catalogueVersion,
        Set<LineOfBusiness> chainNeededBy,
        List<LegInput> legs,
        List<Failure> failures) {

    public RiskInputs {
        chainNeededBy = SortedSets.copyOf(chainNeededBy);
        legs = List.copyOf(legs);
        failures = List.copyOf(failures);
    }

    SupplyChain chain() {
        return new SupplyChain(legs.stream().map(LegInput::leg).toList());
    }

    long failed(boolean musts) {
        return failures.stream().filter(failure -> failure.isMust() == musts).count();
    }

    /** A leg with the threat at each of its ends. */
    public record LegInput(Leg leg, ThreatFactor from, ThreatFactor to) {}
}
