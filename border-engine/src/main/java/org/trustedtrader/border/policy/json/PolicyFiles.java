package org.trustedtrader.border.policy.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.ExaminationRates;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.ModeLines;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Port;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions of the policy from JSON; one that this program does not know how to apply in full is refused whole. */
public final class PolicyFiles {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final List<String> SHIPPED = List.of("2026-11-01");

    private PolicyFiles() {}

    /** @param linesByMode null in files from before the border asked for a line of business that fits the mode */
    record PolicyFile(
            String version,
            Instant effectiveFrom,
            List<BenefitRule> rules,
            List<Port> ports,
            ExaminationRates examinationRates,
            @Nullable Map<Mode, Set<String>> linesByMode) {

        Policy policy() {
            var lines = linesByMode == null ? ModeLines.DEFAULT : new ModeLines(linesByMode);
            return new Policy(version, effectiveFrom, rules, ports, examinationRates, lines);
        }
    }

    /** The rules that the programs ship with. */
    public static Policies shipped() throws IOException {
        List<Policy> policies = new ArrayList<>();
        for (var version : SHIPPED) {
            policies.add(read(shippedFile(version).orElseThrow()));
        }
        return new Policies(policies);
    }

    /** The file of a version that is understood, for programs that keep a copy of the rules. */
    public static String write(Policy policy) {
        return JSON.writeValueAsString(new PolicyFile(
                policy.version(),
                policy.effectiveFrom(),
                policy.rules(),
                policy.ports(),
                policy.examinationRates(),
                policy.linesByMode().byMode()));
    }

    /** The file of a version that the programs ship with. */
    public static Optional<String> shippedFile(String version) throws IOException {
        return SHIPPED.contains(version) ? Optional.of(resource("/policy/" + version + ".json")) : Optional.empty();
    }

    /** @throws UnsupportedPolicyException if anything in it is unknown here or makes no sense */
    public static Policy read(String file) {
        try {
            return JSON.readValue(file, PolicyFile.class).policy();
        } catch (RuntimeException e) {
            throw new UnsupportedPolicyException(e);
        }
    }

    /** For a file in which {@link PolicyValidator} finds nothing. */
    public static Policy read(JsonNode file) {
        return read(file.toString());
    }

    static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(PolicyFiles.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
