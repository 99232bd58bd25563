package org.trustedtrader.acceptance.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import org.trustedtrader.acceptance.evidence.SamplePdf;
import org.trustedtrader.acceptance.evidence.SamplePng;
import tools.jackson.databind.JsonNode;

/**
 * The company's side of the assessment: every criterion that applies to its line of business, with evidence. It answers for itself,
 * for its line and for each of its sites.
 */
final class SecurityProfile {

    /** Private vehicles park apart from cargo: not so at an office. */
    private static final String PARKING = "HFC5Y";

    private static final String OFFICE = "site=london-office";

    private final Trader trader;
    private final String weakness;

    /** @param weakness the criterion that the company honestly answers NO */
    SecurityProfile(Trader trader, String weakness) {
        this.trader = trader;
        this.weakness = weakness;
    }

    Outcome opens() {
        var opened = Polling.until(
                "the assessment of the " + trader.name() + " is open",
                Polling.SOON,
                () -> trader.owner().get(trader.assessmentPath()),
                Reply::ok);
        var total = opened.value().at("progress/total").asInt();
        return Outcome.of("assessment opened by the event: " + total + " criteria, catalogue "
                        + opened.value().text("catalogueVersion"))
                .with("criteria", total)
                .after(opened.waited());
    }

    /** An early submission is refused with one line per open criterion. */
    Outcome submitsTooEarly() {
        var refusal = trader.owner()
                .intend(trader.assessmentPath(), "submission", null)
                .expectProblem(409, "profile-incomplete");
        return Outcome.of("refused: " + refusal.violations().size() + " things are missing, first "
                        + refusal.violations().getFirst())
                .with("missing", refusal.violations().size());
    }

    Outcome answers(LocalDate today) {
        var byScope = byScope(criteria());
        byScope.forEach((scope, criteria) -> trader.owner()
                .intend(
                        trader.assessmentPath(),
                        "answers" + query("?", scope),
                        Map.of(
                                "answers",
                                criteria.stream().map(c -> answer(c, today)).toList()))
                .expect(200));
        var filed = trader.owner().get(trader.assessmentPath()).expect(200);
        var answered = filed.at("progress/answered").asInt();
        return Outcome.of(answered + " of " + filed.at("progress/total").asInt()
                        + " criteria answered, in a call for each of " + String.join(", ", byScope.keySet()))
                .with("answered", answered);
    }

    /** The criteria by whose answer they want, in the order of the profile. */
    static Map<String, List<JsonNode>> byScope(List<JsonNode> criteria) {
        var byScope = new LinkedHashMap<String, List<JsonNode>>();
        criteria.forEach(item -> byScope.computeIfAbsent(item.path("scope").asString(), scope -> new ArrayList<>())
                .add(item));
        return byScope;
    }

    /** A line or a site as a query; nothing for the company as a whole. */
    static String query(String separator, String scope) {
        return scope.equals("company") ? "" : separator + scope;
    }

    /** The office and the yard give different answers to the same criterion. */
    Outcome differsBySite() {
        var answers = criteria().stream()
                .filter(item -> item.path("criterion").asString().equals(PARKING))
                .map(item -> item.path("scope").asString() + " answers "
                        + item.path("value").asString())
                .toList();
        if (answers.stream().distinct().count() < 2) {
            throw new UnexpectedResponseException("Two sites should answer for themselves, but " + answers);
        }
        return Outcome.of("private vehicles park apart from cargo? " + String.join(", ", answers));
    }

    Outcome attachesEvidence(LocalDate today) {
        var wanting = criteria().stream()
                .filter(c -> c.path("evidenceRequired").asBoolean())
                .toList();
        long bytes = 0;
        for (int i = 0; i < wanting.size(); i++) {
            bytes += attach(wanting.get(i), i, today);
        }
        return Outcome.of(wanting.size() + " files attached (PDF and PNG, " + bytes + " bytes), each with its SHA-256")
                .with("files", wanting.size());
    }

    /** From the origin of the goods to their destination: without it the profile is incomplete. */
    Outcome declaresTheSupplyChain() {
        var supplier = Map.of("name", "Parts Inc.", "country", "US", "region", "OH");
        var terminal = Map.of("name", "Terminal of the " + trader.name(), "country", "CA", "region", "ON");
        var legs = List.of(
                leg("L1", supplier, terminal, "ROAD", true),
                leg("L2", terminal, terminal, "STORAGE", false),
                leg("L3", terminal, Map.of("name", "Assembly plant", "country", "CA", "region", "ON"), "ROAD", true));
        trader.owner()
                .change(trader.assessmentPath(), "/supply-chain", Map.of("legs", legs))
                .expect(200);
        return Outcome.of(legs.size() + " legs declared, from Ohio to Ontario").with("legs", legs.size());
    }

    private static Map<String, Object> leg(
            String id, Map<String, String> from, Map<String, String> to, String mode, boolean custodyChange) {
        return Map.of("id", id, "from", from, "to", to, "mode", mode, "custodyChange", custodyChange);
    }

    Outcome submits() {
        var submitted = trader.owner()
                .intend(trader.assessmentPath(), "submission", null)
                .expect(200);
        return Outcome.of("security profile is " + submitted.text("state"));
    }

    /** The company takes up each corrective action and reports that it is done. */
    Outcome correctsWhatFailed() {
        var owner = trader.owner();
        var actions =
                owner.get(trader.assessmentPath() + "/actions").expect(200).items("items");
        for (var action : actions) {
            var path = "actions/" + action.path("id").asString();
            owner.intend(
                            trader.assessmentPath(),
                            path + "/agreement",
                            Map.of(
                                    "ownerFunction", "Director of security",
                                    "plan", "Train all drivers and add the check to the hand-over sheet."))
                    .expect(200);
            owner.intend(trader.assessmentPath(), path + "/start", null).expect(200);
            owner.intend(
                            trader.assessmentPath(),
                            path + "/submission",
                            Map.of("outcome", "All drivers trained; the hand-over sheet has the four checks."))
                    .expect(200);
        }
        return Outcome.of(actions.size() + " corrective action(s) agreed, started and reported as done")
                .with("actions", actions.size());
    }

    private List<JsonNode> criteria() {
        return trader.owner()
                .get(trader.assessmentPath() + "/profile?language=en")
                .expect(200)
                .items("items");
    }

    private Map<String, Object> answer(JsonNode criterion, LocalDate today) {
        var id = criterion.path("criterion").asString();
        if (id.equals(weakness)) {
            return Map.of(
                    "criterion", id,
                    "value", "NO",
                    "explanation", "In force at one of our sites, not yet at all.");
        }
        if (id.equals(PARKING) && criterion.path("scope").asString().equals(OFFICE)) {
            return Map.of(
                    "criterion", id, "value", "NO", "explanation", "The office shares the car park of the building.");
        }
        return switch (criterion.path("answerType").asString()) {
            case "YES_NO" -> Map.of("criterion", id, "value", "YES", "explanation", "In force at every site.");
            case "DATE" -> Map.of("criterion", id, "value", today.minusDays(40).toString());
            default ->
                Map.of(
                        "criterion",
                        id,
                        "value",
                        "We do so as our security manual says: "
                                + criterion.path("text").asString());
        };
    }

    private long attach(JsonNode item, int number, LocalDate today) {
        var criterion = item.path("criterion").asString();
        var photo = number % 4 == 3;
        var name = criterion.toLowerCase(java.util.Locale.ROOT) + (photo ? ".png" : ".pdf");
        var content = photo
                ? SamplePng.of(number)
                : SamplePdf.of(
                        "Evidence for criterion " + criterion, "Company " + trader.businessNumber(), "As of " + today);
        var file = trader.owner()
                .attach(
                        trader.assessmentPath(),
                        "/evidence?criterion=" + criterion + "&fileName=" + name + "&expiresOn=" + today.plusDays(330)
                                + query("&", item.path("scope").asString()),
                        photo ? "image/png" : "application/pdf",
                        content)
                .expect(201);
        return file.at("size").asLong();
    }
}
