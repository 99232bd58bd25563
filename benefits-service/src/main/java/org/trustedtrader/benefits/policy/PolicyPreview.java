package org.trustedtrader.benefits.policy;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.border.eligibility.PolicyEffect;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Policy;

/**
 * What a version would change.
 *
 * @param comparedWith the version that would be in force at that time otherwise
 * @param effects      how many of the traders known now would gain or lose which benefit
 */
public record PolicyPreview(
        String version,
        String comparedWith,
        Instant effectiveFrom,
        List<PolicyEffect> effects,
        PortChanges ports,
        List<RuleChange> rules) {

    /** Office codes. @param changed those of which name, mode, direction or FAST lane differ */
    public record PortChanges(List<String> added, List<String> removed, List<String> changed) {

        static PortChanges between(Policy before, Policy after) {
            return new PortChanges(
                    onlyIn(after, before),
                    onlyIn(before, after),
                    after.ports().stream()
                            .filter(port -> {
                                var old = before.port(port.code());
                                return old != null && !old.equals(port);
                            })
                            .map(port -> port.code())
                            .toList());
        }

        private static List<String> onlyIn(Policy one, Policy other) {
            return one.ports().stream()
                    .map(port -> port.code())
                    .filter(code -> other.port(code) == null)
                    .toList();
        }
    }

    /** What a benefit would ask of crossings, where that differs. */
    public record RuleChange(
            Benefit benefit, boolean atCrossing, List<Condition> conditionsAdded, List<Condition> conditionsRemoved) {

        static List<RuleChange> between(Policy before, Policy after) {
            return after.rules().stream()
                    .filter(rule -> {
                        var old = before.rule(rule.benefit());
                        return old.atCrossing() != rule.atCrossing()
                                || !old.conditions().equals(rule.conditions());
                    })
                    .map(rule -> {
                        var old = before.rule(rule.benefit()).conditions();
                        return new RuleChange(
                                rule.benefit(),
                                rule.atCrossing(),
                                rule.conditions().stream()
                                        .filter(c -> !old.contains(c))
                                        .sorted()
                                        .toList(),
                                old.stream()
                                        .filter(c -> !rule.conditions().contains(c))
                                        .sorted()
                                        .toList());
                    })
                    .toList();
        }
    }
}
