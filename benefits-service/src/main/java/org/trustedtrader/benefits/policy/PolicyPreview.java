package org.trustedtrader.benefits.policy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.border.eligibility.PolicyEffect;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;

/**
 * What a version would change.
 *
 * @param comparedWith the version that would be in force at that time otherwise
 * @param modes        which lines of business would count by which mode
 * @param effects      how many of the traders known now would gain or lose which benefit
 */
public record PolicyPreview(
        String version,
        String comparedWith,
        Instant effectiveFrom,
        List<PolicyEffect> effects,
        PortChanges ports,
        List<RuleChange> rules,
        List<ModeChange> modes) {

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

    /** Lines of business that would begin or cease to fit a mode, where that differs. */
    public record ModeChange(Mode mode, List<String> added, List<String> removed) {

        static List<ModeChange> between(Policy before, Policy after) {
            return Stream.of(Mode.values())
                    .map(mode -> new ModeChange(mode, onlyIn(after, before, mode), onlyIn(before, after, mode)))
                    .filter(change ->
                            !change.added().isEmpty() || !change.removed().isEmpty())
                    .toList();
        }

        private static List<String> onlyIn(Policy one, Policy other, Mode mode) {
            return one.linesByMode().byMode().get(mode).stream()
                    .filter(line -> !other.linesByMode().byMode().get(mode).contains(line))
                    .sorted()
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
