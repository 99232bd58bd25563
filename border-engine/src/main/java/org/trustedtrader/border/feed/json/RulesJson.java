package org.trustedtrader.border.feed.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import tools.jackson.databind.JsonNode;

/** @param files the policy file of every version; of one that the sender cannot apply only version, date and that it cannot */
record RulesJson(List<JsonNode> files) {

    static final String KIND = "POLICIES";

    private static final String NOT_UNDERSTOOD = "notUnderstood";

    static RulesJson of(Policies policies) {
        return new RulesJson(policies.inOrder().stream().map(RulesJson::written).toList());
    }

    Policies policies() {
        List<Policy> read = new ArrayList<>();
        for (var file : files) {
            if (file.has(NOT_UNDERSTOOD)) {
                var from = Instant.parse(file.required("effectiveFrom").asString());
                read.add(Policy.notUnderstood(file.required("version").asString(), from, read.getLast()));
            } else {
                read.add(PolicyFiles.read(file.toString()));
            }
        }
        return new Policies(read);
    }

    private static JsonNode written(Policy policy) {
        return policy.isUnderstood()
                ? BatchJson.JSON.readTree(PolicyFiles.write(policy))
                : BatchJson.JSON
                        .createObjectNode()
                        .put("version", policy.version())
                        .put("effectiveFrom", policy.effectiveFrom().toString())
                        .put(NOT_UNDERSTOOD, true);
    }
}
