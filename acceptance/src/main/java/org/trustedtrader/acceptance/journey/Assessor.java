package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Api;
import tools.jackson.databind.JsonNode;

/** The risk analyst who judges every answer. */
final class Assessor {

    private final Api api;

    Assessor(Api api) {
        this.api = api;
    }

    String who() {
        return api.who();
    }

    Outcome judges(Trader trader) {
        var criteria = api.get(trader.assessmentPath() + "/profile?language=en")
                .expect(200)
                .items("items");
        SecurityProfile.byScope(criteria)
                .forEach((scope, items) -> api.intend(
                                trader.assessmentPath(),
                                "review" + SecurityProfile.query("?", scope),
                                Map.of(
                                        "judgements",
                                        items.stream().map(Assessor::judgement).toList()))
                        .expect(200));
        var reviewed = api.get(trader.assessmentPath()).expect(200);
        var accepted = reviewed.at("progress/accepted").asInt();
        var rejected = reviewed.at("progress/rejected").asInt();
        return Outcome.of(accepted + " answers accepted, " + rejected + " rejected with a comment")
                .with("accepted", accepted)
                .with("rejected", rejected);
    }

    Outcome completes(Trader trader) {
        var completed = api.intend(trader.assessmentPath(), "completion", Map.of("comment", "Complete and consistent."))
                .expect(200);
        var risk = api.get(trader.assessmentPath() + "/risk").expect(200);
        var actions = api.get(trader.assessmentPath() + "/actions").expect(200).items("items");
        return Outcome.of("risk " + completed.text("riskRating") + ", decided by " + risk.text("decidedBy") + ": "
                        + risk.text("explanation") + "\n" + described(actions))
                .with("riskRating", completed.text("riskRating"))
                .with("correctiveActions", actions.size());
    }

    Outcome verifiesCorrections(Trader trader) {
        var actions = api.get(trader.assessmentPath() + "/actions").expect(200).items("items");
        for (var action : actions) {
            api.intend(
                            trader.assessmentPath(),
                            "actions/" + action.path("id").asString() + "/verification",
                            Map.of("comment", "Records of two weeks seen."))
                    .expect(200);
        }
        return Outcome.of(actions.size() + " corrective action(s) verified").with("verified", actions.size());
    }

    private static Map<String, Object> judgement(JsonNode criterion) {
        var id = criterion.path("criterion").asString();
        if (criterion.path("value").asString("").equals("NO")) {
            return Map.of(
                    "criterion", id,
                    "verdict", "REJECT",
                    "comment", "It has to be in force at every site.");
        }
        return Map.of("criterion", id, "verdict", "ACCEPT");
    }

    private static String described(List<JsonNode> actions) {
        return actions.isEmpty()
                ? "no corrective action needed"
                : actions.stream()
                        .map(a -> "corrective action " + a.path("id").asString() + " due "
                                + a.path("dueOn").asString() + ": "
                                + a.path("weakness").asString())
                        .collect(Collectors.joining("\n"));
    }
}
