package org.trustedtrader.assessment.risk;

import java.util.List;
import org.trustedtrader.assessment.supplychain.Leg;

/**
 * Everything that a rating depends on, so that it can be repeated years later.
 *
 * @param model            the version of the rules
 * @param threatData       the version of the threat levels; the levels used are in the legs
 * @param catalogueVersion the criteria that were judged
 */
public record RiskInputs(
        String model, String threatData, String catalogueVersion, List<LegInput> legs, List<Failure> failures) {

    public RiskInputs {
        legs = List.copyOf(legs);
        failures = List.copyOf(failures);
    }

    /** A leg with the threat at each of its ends. */
    public record LegInput(Leg leg, ThreatFactor from, ThreatFactor to) {}
}
