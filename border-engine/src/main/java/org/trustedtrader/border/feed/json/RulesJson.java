package org.trustedtrader.border.feed.json;

import java.util.List;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.json.PolicyFiles;
import tools.jackson.databind.JsonNode;

/** @param files the policy file of every version */
record RulesJson(List<JsonNode> files) {

    static final String KIND = "POLICIES";

    static RulesJson of(Policies policies) {
        return new RulesJson(policies.inOrder().stream()
                .map(policy -> BatchJson.JSON.readTree(PolicyFiles.write(policy)))
                .toList());
    }

    Policies policies() {
        return new Policies(
                files.stream().map(file -> PolicyFiles.read(file.toString())).toList());
    }
}
