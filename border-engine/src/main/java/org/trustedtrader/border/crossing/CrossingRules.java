package org.trustedtrader.border.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;

/** Decides crossings from a status. The same inputs always give the same answer. */
public final class CrossingRules {

    /** The rate at which conveyances with a broken seal are examined. */
    private static final double EVERY_ONE = 1;

    private final Policies policies;

    public CrossingRules(Policies policies) {
        this.policies = policies;
    }

    public CrossingAnswer decide(Crossing crossing, Status status, Moment moment) {
        return evaluate(crossing, status, moment).answer();
    }

    /** The answer, and at which rate the crossing is examined, both from the same look-up of the parties. */
    public CrossingResult evaluate(Crossing crossing, Status status, Moment moment) {
        var millis = crossing.at().toEpochMilli();
        var policy = policies.at(millis);
        var parties = Parties.of(crossing, status);
        var stale = !moment.covers(millis);
        List<BenefitFindings> benefits = new ArrayList<>();
        var lane = Lane.FLI;
        for (var rule : policy.rules()) {
            if (rule.atCrossing()) {
                var findings = new BenefitCheck(rule, policy, crossing, parties).findings(stale);
                benefits.add(findings);
                lane = rule.benefit() == Benefit.FAST_LANE ? Lane.of(findings.outcome()) : lane;
            }
        }
        var versions = new TreeMap<String, Long>();
        parties.versionsInto(versions);
        var answer = new CrossingAnswer(
                lane,
                List.copyOf(benefits),
                versions,
                policy.version(),
                crossing.at(),
                moment.validUntil(Math.min(parties.until(), policies.nextChange(millis))),
                moment.statusAge().toMillis());
        var tier = reduced(benefits)
                ? parties.lowestTier(policy.rule(Benefit.REDUCED_EXAMINATION), crossing.mode())
                : null;
        var inspected = crossing.seal() == Crossing.Seal.BROKEN;
        return new CrossingResult(
                answer, tier, inspected ? EVERY_ONE : policy.examinationRates().of(tier));
    }

    private static boolean reduced(List<BenefitFindings> benefits) {
        return benefits.stream()
                .anyMatch(b -> b.benefit() == Benefit.REDUCED_EXAMINATION && b.outcome() == Outcome.ELIGIBLE);
    }

    static Outcome outcome(List<Finding> findings) {
        long bits = 0;
        for (var finding : findings) {
            bits |= finding.reason().bit();
        }
        return Outcome.of(bits);
    }
}
