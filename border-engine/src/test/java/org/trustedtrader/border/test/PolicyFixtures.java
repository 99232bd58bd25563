package org.trustedtrader.border.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies as tests speak of them: the shipped one under another name and date, changed by what a test is about. */
public final class PolicyFixtures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyFixtures() {}

    public static ObjectNode file(String version, Instant effectiveFrom) {
        try {
            var shipped = (ObjectNode)
                    JSON.readTree(PolicyFiles.shippedFile("2026-11-01").orElseThrow());
            return shipped.put("version", version).put("effectiveFrom", effectiveFrom.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SafeVarargs
    public static Policy policy(String version, Instant effectiveFrom, Consumer<ObjectNode>... changes) {
        var file = file(version, effectiveFrom);
        for (var change : changes) {
            change.accept(file);
        }
        return PolicyFiles.read(file);
    }

    /** The shipped rules, succeeded by others. */
    public static Policies after(Policy... others) {
        List<Policy> all = new ArrayList<>(TestPolicies.shipped().inOrder());
        all.addAll(List.of(others));
        return new Policies(all);
    }

    public static ObjectNode rule(ObjectNode file, String benefit) {
        for (var rule : file.get("rules")) {
            if (rule.get("benefit").asString().equals(benefit)) {
                return (ObjectNode) rule;
            }
        }
        throw new IllegalArgumentException(benefit);
    }

    /** Only those of that tier have the FAST lane. */
    public static Consumer<ObjectNode> fastLaneFromTier(String tier) {
        return file -> rule(file, "FAST_LANE").put("minimumTier", tier);
    }

    public static Consumer<ObjectNode> fastLaneForCarriersOf(String line) {
        return file ->
                rule(file, "FAST_LANE").withObject("/lines").putArray("CARRIER").add(line);
    }

    public static Consumer<ObjectNode> fastPort(String code) {
        return file -> {
            var ports = (ArrayNode) file.get("ports");
            ports.add(((ObjectNode) ports.get(0).deepCopy()).put("code", code));
        };
    }
}
