package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.ModeLines;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Port;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;

/** The shipped rules and changes of them: other tiers, lines of business, programmes, ports, conditions and order. */
final class RandomPolicies {

    private static final Policies SHIPPED = TestPolicies.shipped();

    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    /** @param starts when each comes into force, in any order, each once */
    List<Policy> of(Set<Instant> starts) {
        List<Policy> policies = new ArrayList<>();
        for (var start : starts) {
            policies.add(policies.isEmpty() && random.nextBoolean() ? shipped(start) : changed(start));
        }
        Collections.shuffle(policies, random);
        return policies;
    }

    private static Policy shipped(Instant start) {
        var shipped = SHIPPED.at(0);
        return new Policy("from " + start, start, shipped.rules(), shipped.ports(), shipped.examinationRates());
    }

    private Policy changed(Instant start) {
        var shipped = SHIPPED.at(0);
        var rules = new ArrayList<>(shipped.rules().stream().map(this::changed).toList());
        if (random.nextBoolean()) {
            Collections.shuffle(rules, random);
        }
        List<Port> ports = new ArrayList<>();
        for (var port : shipped.ports()) {
            if (random.nextInt(4) > 0) {
                var lane = random.nextInt(4) > 0;
                var mode = random.nextInt(4) > 0 ? port.mode() : Mode.RAIL;
                var direction = random.nextInt(4) > 0 ? port.direction() : Direction.OUT_OF_CANADA;
                var modes = random.nextBoolean() ? null : Set.copyOf(List.of(mode, Mode.HIGHWAY));
                var directions = random.nextBoolean() ? null : Set.of(Direction.values());
                ports.add(new Port(port.code(), port.name(), mode, direction, lane, modes, directions));
            }
        }
        return new Policy("from " + start, start, rules, ports, shipped.examinationRates(), linesByMode(shipped));
    }

    private ModeLines linesByMode(Policy shipped) {
        Map<Mode, Set<String>> lines = new EnumMap<>(Mode.class);
        shipped.linesByMode().byMode().forEach((mode, fitting) -> {
            var fewer = new HashSet<>(fitting);
            fewer.removeIf(_ -> random.nextInt(4) == 0);
            if (random.nextInt(4) == 0) {
                fewer.add("HIGHWAY_CARRIER");
            }
            lines.put(mode, fewer.isEmpty() ? fitting : fewer);
        });
        return new ModeLines(lines);
    }

    private BenefitRule changed(BenefitRule rule) {
        if (random.nextInt(3) == 0) {
            return rule;
        }
        Set<Condition> conditions = new HashSet<>(rule.conditions());
        conditions.removeIf(_ -> random.nextInt(4) == 0);
        var programmes = random.nextInt(4) == 0 ? Set.of("CSA", "CTPAT") : rule.programmes();
        var tier = Tier.values()[random.nextInt(3)];
        var asksAtCrossings = rule.asks(Role.CARRIER) || rule.asks(Role.IMPORTER);
        var atCrossing = asksAtCrossings && random.nextInt(5) > 0;
        return new BenefitRule(rule.benefit(), rule.name(), tier, lines(rule), programmes, atCrossing, conditions);
    }

    private Map<Role, Set<String>> lines(BenefitRule rule) {
        Map<Role, Set<String>> lines = new EnumMap<>(Role.class);
        rule.lines().forEach((role, needed) -> {
            var fewer = new HashSet<>(needed);
            fewer.removeIf(_ -> random.nextInt(3) == 0);
            lines.put(role, fewer.isEmpty() ? needed : fewer);
        });
        return lines;
    }
}
