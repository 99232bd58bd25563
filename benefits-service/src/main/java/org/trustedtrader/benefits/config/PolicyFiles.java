package org.trustedtrader.benefits.config;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.trustedtrader.benefits.policy.BenefitRule;
import org.trustedtrader.benefits.policy.Policies;
import org.trustedtrader.benefits.policy.Policy;
import org.trustedtrader.benefits.policy.Port;
import tools.jackson.databind.json.JsonMapper;

/** Reads every version of the policy from {@code policy/*.json}; one that is not sound stops the program at its start. */
final class PolicyFiles {

    private PolicyFiles() {}

    record PolicyFile(String version, Instant effectiveFrom, List<BenefitRule> rules, List<Port> ports) {

        Policy policy() {
            return new Policy(version, effectiveFrom, rules, ports);
        }
    }

    static Policies read(JsonMapper json) throws IOException {
        List<Policy> policies = new ArrayList<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:policy/*.json")) {
            try (var in = file.getInputStream()) {
                policies.add(json.readValue(in, PolicyFile.class).policy());
            }
        }
        return new Policies(policies);
    }
}
