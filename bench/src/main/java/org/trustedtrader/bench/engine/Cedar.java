package org.trustedtrader.bench.engine;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/** Cedar through its Java binding, the trader handed over as an entity; its reasons are names of policies that allowed. */
@State(Scope.Benchmark)
public class Cedar {

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Map<String, EntityUID> actions = new HashMap<>();
    private final EntityUID trader = uid("Trader", "asked");
    private final EntityUID border = uid("Border", "all");
    private PolicySet policies = new PolicySet();

    @Setup
    public void prepare(AskedTraits asked) throws InternalException, CacheException {
        policies = PolicySet.parsePolicies(text(asked.policy));
        policies.cache();
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                actions.put(name(benefit, role), uid("Action", name(benefit, role)));
            }
        }
        asked.require(this::may, 50);
    }

    private static String text(Policy policy) {
        List<String> all = new ArrayList<>();
        for (var rule : policy.rules()) {
            for (var role : Role.values()) {
                all.add("permit(principal, action == Action::\"%s\", resource) when { %s };"
                        .formatted(name(rule.benefit(), role), condition(rule, role)));
            }
        }
        return String.join("\n", all);
    }

    private static String condition(BenefitRule rule, Role role) {
        var lines = rule.linesFor(rule.asks(role) ? role : Role.HOLDER);
        return "principal.good && principal.tier >= %d && principal.lines.containsAny(%s) && principal.programmes.containsAll(%s)"
                .formatted(rule.minimumTier().ordinal(), set(lines), set(rule.programmes()));
    }

    private static String set(Set<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private boolean may(Traits.Subject subject, Benefit benefit) {
        var traits = subject.traits();
        Map<String, Value> attributes = Map.of(
                "good",
                new PrimBool(traits.good()),
                "tier",
                new PrimLong(traits.tier().ordinal()),
                "lines",
                list(traits.lines()),
                "programmes",
                list(traits.programmes()));
        var request = new AuthorizationRequest(
                trader, actions.get(name(benefit, subject.role())), border, Map.<String, Value>of());
        try {
            var answer = engine.isAuthorized(request, policies, Set.of(new Entity(trader, attributes, Set.of())));
            return answer.success.orElseThrow().isAllowed();
        } catch (AuthException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CedarList list(Set<String> texts) {
        return new CedarList(texts.stream().<Value>map(PrimString::new).toList());
    }

    private static String name(Benefit benefit, Role role) {
        return benefit + "/" + role;
    }

    private static EntityUID uid(String type, String id) {
        return EntityUID.parse(type + "::\"" + id + '"').orElseThrow();
    }

    @Benchmark
    public int ask(AskedTraits asked) {
        return asked.ask(this::may);
    }
}
