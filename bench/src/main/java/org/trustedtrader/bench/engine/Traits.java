package org.trustedtrader.bench.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;

/**
 * What a library of access rules must be told of a trader to say who may use what. Finding them costs it a look-up in a hash
 * map, which is less than a store would.
 */
record Traits(boolean good, Tier tier, Set<String> lines, Set<String> programmes) {

    /** What one identifier's question is about. */
    record Subject(Role role, Traits traits) {

        boolean may(Policy policy, Benefit benefit) {
            var rule = policy.rule(benefit);
            return traits.good()
                    && traits.tier().reaches(rule.minimumTier())
                    && traits.lines().stream().anyMatch(rule.linesFor(rule.asks(role) ? role : Role.HOLDER)::contains)
                    && traits.programmes().containsAll(rule.programmes());
        }
    }

    /** By identifier, as border systems write it. */
    static Map<String, Subject> of(World world) {
        Map<String, Subject> all = HashMap.newHashMap(world.traders() * 2);
        for (int i = 0; i < world.traders(); i++) {
            var states = world.trader(i);
            var company = (CompanyFact) states.getFirst().fact();
            if (states.getLast().fact() instanceof MembershipFact membership && membership.tier() != null) {
                var traits = new Traits(
                        membership.status().refusal(Benefit.FAST_LANE) == null,
                        membership.tier(),
                        membership.lines(),
                        company.programmes());
                for (var identifier : company.identifiers()) {
                    var role = switch (identifier.scheme()) {
                        case CARRIER_CODE -> Role.CARRIER;
                        case BN15 -> Role.IMPORTER;
                        default -> Role.HOLDER;
                    };
                    all.put(identifier.value(), new Subject(role, traits));
                }
            }
        }
        return all;
    }
}
