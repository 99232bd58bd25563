package org.trustedtrader.bench.engine;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.Map;
import java.util.Set;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/** jCasbin with one line of policy for each benefit and part; it says yes or no, without reasons. */
@State(Scope.Benchmark)
public class Casbin {

    private static final String MODEL = """
            [request_definition]
            r = benefit, role, good, tier, lines, programmes
            [policy_definition]
            p = benefit, role, tier, lines, programme
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = r.benefit == p.benefit && r.role == p.role && r.good && reaches(r.tier, p.tier) && anyOf(r.lines, p.lines) && has(r.programmes, p.programme)
            """;

    private static final String NONE = "-";

    private Enforcer enforcer = new Enforcer();

    @Setup
    public void prepare(AskedTraits asked) {
        enforcer = new Enforcer(Model.newModelFromString(MODEL));
        enforcer.addFunction("reaches", new Test("reaches") {
            @Override
            boolean holds(Object had, String wanted) {
                return (Integer) had >= Integer.parseInt(wanted);
            }
        });
        enforcer.addFunction("anyOf", new Test("anyOf") {
            @Override
            boolean holds(Object had, String wanted) {
                for (var one : (Set<?>) had) {
                    if (wanted.contains("|" + one + "|")) {
                        return true;
                    }
                }
                return false;
            }
        });
        enforcer.addFunction("has", new Test("has") {
            @Override
            boolean holds(Object had, String wanted) {
                return wanted.equals(NONE) || ((Set<?>) had).contains(wanted);
            }
        });
        addPolicies(asked.policy);
        asked.require(this::may, 200);
    }

    private void addPolicies(Policy policy) {
        for (var rule : policy.rules()) {
            for (var role : Role.values()) {
                var lines = rule.linesFor(rule.asks(role) ? role : Role.HOLDER);
                enforcer.addPolicy(
                        rule.benefit().name(),
                        role.name(),
                        Integer.toString(rule.minimumTier().ordinal()),
                        "|" + String.join("|", lines) + "|",
                        rule.programmes().stream().findFirst().orElse(NONE));
            }
        }
    }

    private boolean may(Traits.Subject subject, Benefit benefit) {
        var traits = subject.traits();
        return enforcer.enforce(
                benefit.name(),
                subject.role().name(),
                traits.good(),
                traits.tier().ordinal(),
                traits.lines(),
                traits.programmes());
    }

    @Benchmark
    public int ask(AskedTraits asked) {
        return asked.ask(this::may);
    }

    /** A condition that the language of the matchers does not have. */
    private abstract static class Test extends CustomFunction {

        private static final long serialVersionUID = 1;

        private final String name;

        Test(String name) {
            this.name = name;
        }

        abstract boolean holds(Object had, String wanted);

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject had, AviatorObject wanted) {
            return AviatorBoolean.valueOf(
                    holds(FunctionUtils.getJavaObject(had, env), FunctionUtils.getStringValue(wanted, env)));
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
