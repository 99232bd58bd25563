package org.trustedtrader.border.policy.json;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Port;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions of the policy from JSON; one that is not sound is refused whole. */
public final class PolicyFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyFiles() {}

    record PolicyFile(String version, Instant effectiveFrom, List<BenefitRule> rules, List<Port> ports) {

        Policy policy() {
            return new Policy(version, effectiveFrom, rules, ports);
        }
    }

    /** The rules that the programs ship with. */
    public static Policies shipped() throws IOException {
        return new Policies(List.of(
                read(Objects.requireNonNull(PolicyFiles.class.getResourceAsStream("/policy/2026-11-01.json")))));
    }

    static Policy read(InputStream file) throws IOException {
        try (file) {
            return JSON.readValue(file, PolicyFile.class).policy();
        }
    }
}
