package org.trustedtrader.border.policy;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who may use one benefit.
 *
 * @param lines      which lines of business qualify a trader in which part; a part that is not named has no share in it,
 *                   and a holder qualifies by any of them
 * @param programmes other programmes that every party must be in as well, such as {@code CSA}
 * @param atCrossing whether crossings are answered for it
 * @param conditions what it asks of the crossing itself
 */
public record BenefitRule(
        Benefit benefit,
        LocalizedText name,
        Tier minimumTier,
        Map<Role, Set<String>> lines,
        Set<String> programmes,
        boolean atCrossing,
        Set<Condition> conditions) {

    public BenefitRule {
        Objects.requireNonNull(benefit, "benefit is missing");
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(minimumTier, "minimumTier is missing");
        lines = Map.copyOf(lines);
        programmes = Set.copyOf(programmes);
        conditions = Set.copyOf(conditions);
        if (lines.isEmpty() || lines.values().stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException(benefit + " names no line of business.");
        }
        if (atCrossing && !lines.containsKey(Role.CARRIER) && !lines.containsKey(Role.IMPORTER)) {
            throw new IllegalArgumentException(benefit + " would check nobody at a crossing.");
        }
    }

    /** The lines of business of which one is needed in that part; empty if the part has no share in this benefit. */
    public Set<String> linesFor(Role role) {
        if (role != Role.HOLDER) {
            return lines.getOrDefault(role, Set.of());
        }
        var all = new HashSet<String>();
        lines.values().forEach(all::addAll);
        return all;
    }

    public boolean asks(Role role) {
        return lines.containsKey(role);
    }
}
