package org.trustedtrader.bench.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they come over HTTP, single or batch. @param items in the order of the questions */
public record Answers(Instant asOf, List<Answer.ItemAnswer> items) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Answers read(byte[] body) {
        var json = JSON.readTree(body);
        List<Answer.ItemAnswer> items = new ArrayList<>();
        if (json.has("answers")) {
            json.path("answers").forEach(item -> items.add(item(item)));
        } else {
            items.add(item(json));
        }
        return new Answers(Instant.parse(json.path("asOf").asString()), items);
    }

    private static Answer.ItemAnswer item(JsonNode json) {
        List<Answer.BenefitOutcome> benefits = new ArrayList<>();
        for (var benefit : json.path("benefits")) {
            benefits.add(new Answer.BenefitOutcome(
                    Benefit.valueOf(benefit.path("benefit").asString()), outcome(benefit), reasons(benefit)));
        }
        Map<String, Long> versions = new TreeMap<>();
        json.path("statusVersions").forEachEntry((subject, version) -> versions.put(subject, version.asLong()));
        return new Answer.ItemAnswer(
                json.path("scheme").asString(),
                json.path("id").asString(),
                outcome(json),
                reasons(json),
                benefits,
                versions);
    }

    private static Outcome outcome(JsonNode json) {
        return Outcome.valueOf(json.path("outcome").asString());
    }

    /** Codes alone, or with their texts. */
    private static List<Reason> reasons(JsonNode json) {
        List<Reason> reasons = new ArrayList<>();
        for (var reason : json.path("reasons")) {
            reasons.add(Reason.valueOf(
                    reason.isString() ? reason.asString() : reason.path("code").asString()));
        }
        return reasons;
    }
}
