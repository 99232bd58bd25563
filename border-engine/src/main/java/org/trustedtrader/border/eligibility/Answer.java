package org.trustedtrader.border.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/**
 * The answers to a question, in the order of its items.
 *
 * @param asOf       the time that the answer is about
 * @param validUntil programme time until which it may be relied on
 */
public record Answer(
        Instant asOf, Instant validUntil, long statusAgeMillis, String policyVersion, List<ItemAnswer> answers) {

    /**
     * @param outcome  ELIGIBLE if at least one of the benefits asked for is
     * @param reasons  what holds for all of them
     * @param benefits empty if the identifier stands for no trader
     * @param versions the newest known version of each aggregate that the answer follows from
     */
    public record ItemAnswer(
            String scheme,
            String id,
            Outcome outcome,
            List<Reason> reasons,
            List<BenefitOutcome> benefits,
            Map<String, Long> versions) {}

    /** One benefit of one trader. */
    public record BenefitOutcome(Benefit benefit, Outcome outcome, List<Reason> reasons) {}
}
