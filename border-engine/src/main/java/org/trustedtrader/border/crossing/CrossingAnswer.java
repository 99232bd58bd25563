package org.trustedtrader.border.crossing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;

/**
 * What a crossing may use.
 *
 * @param versions   the newest known version of each aggregate that the answer follows from
 * @param validUntil programme time until which it may be relied on
 */
public record CrossingAnswer(
        Lane outcome,
        List<BenefitFindings> benefits,
        Map<String, Long> versions,
        String policyVersion,
        Instant asOf,
        Instant validUntil,
        long statusAgeMillis) {

    /** One benefit, with every reason and not only the first. */
    public record BenefitFindings(Benefit benefit, Outcome outcome, List<Finding> findings) {}
}
