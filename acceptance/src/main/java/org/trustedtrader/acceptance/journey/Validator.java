package org.trustedtrader.acceptance.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import tools.jackson.databind.JsonNode;

/** The field officer who visits. */
final class Validator {

    private static final int OFFERED = 3;

    private final Api api;
    private final String actorId;

    /** @param actorId how the roster names this officer */
    Validator(Api api, String actorId) {
        this.api = api;
        this.actorId = actorId;
    }

    String who() {
        return api.who();
    }

    /** The visit to the riskiest site. */
    static String visitPath(Trader trader) {
        return "/v1/visits/initial-" + trader.application();
    }

    /** The visits to all sites that the application requires. */
    static List<String> visitPaths(Api reader, Trader trader) {
        return reader.get("/v1/visits?limit=200&company=" + trader.businessNumber()).expect(200).items("items").stream()
                .filter(visit -> visit.path("applicationId").asString("").equals(trader.application()))
                .map(visit -> "/v1/visits/" + visit.path("visitId").asString())
                .toList();
    }

    private List<String> visitPaths(Trader trader) {
        return visitPaths(api, trader);
    }

    Outcome findsTheVisitsDue(Trader trader) {
        var due = Polling.until("a visit is due", Polling.SOON, () -> api.get(visitPath(trader)), Reply::ok);
        var sites = due.value().items("requiredSites").stream()
                .map(JsonNode::asString)
                .toList();
        Polling.until(
                "every required site has a visit",
                Polling.SOON,
                () -> visitPaths(trader),
                paths -> paths.size() >= Math.max(1, sites.size()));
        return Outcome.of("visits are " + due.value().text("state") + " at " + String.join(", ", sites) + ", risk "
                        + due.value().text("riskRating"))
                .after(due.waited());
    }

    Outcome proposes(Trader trader) {
        return Outcome.of(visitPaths(trader).stream().map(this::proposesFor).collect(Collectors.joining("; ")));
    }

    private String proposesFor(String visit) {
        var suggestions = api.get(visit + "/slot-suggestions?mode=ON_SITE&limit=" + OFFERED + "&officer=" + actorId)
                .expect(200);
        var slots = suggestions.items("slots");
        if (slots.isEmpty()) {
            throw new UnexpectedResponseException("No slot is possible: " + suggestions.at("obstacles"));
        }
        api.intend(
                        visit,
                        "proposal",
                        Map.of(
                                "siteId", suggestions.text("siteId"),
                                "mode", "ON_SITE",
                                "slots", slots.stream().map(Validator::slot).toList()))
                .expect(200);
        api.intend(visit, "notification", null).expect(200);
        return "site " + suggestions.text("siteId") + ", slots offered: "
                + slots.stream().map(s -> s.path("localStart").asString()).collect(Collectors.joining(", "));
    }

    /** When the last of the agreed visits begins, UTC. */
    Instant beginning(Trader trader) {
        return visitPaths(trader).stream()
                .map(this::beginningOf)
                .max(Instant::compareTo)
                .orElseThrow(() -> new UnexpectedResponseException("no visit is agreed"));
    }

    private Instant beginningOf(String path) {
        var visit = api.get(path).expect(200);
        var agreed = visit.at("agreedSlot").asInt();
        return visit.items("slots").stream()
                .filter(s -> s.path("number").asInt() == agreed)
                .map(s -> Instant.parse(s.path("startsAt").asString()))
                .findFirst()
                .orElseThrow(() -> new UnexpectedResponseException("no slot is agreed: " + visit.body()));
    }

    Outcome visits(Trader trader) {
        var paths = visitPaths(trader);
        return Outcome.of(paths.stream().map(this::visits).collect(Collectors.joining("; ")))
                .with("findings", 2 * paths.size());
    }

    private String visits(String visit) {
        var people = List.of(Map.of("name", "C. Dupuis", "position", "Director of security", "side", "COMPANY"));
        Polling.until(
                        "the clock of the visits has passed the agreed time",
                        Polling.SOON,
                        () -> api.intend(visit, "start", Map.of("people", people)),
                        reply -> !reply.problemType().endsWith(":visit-not-begun"))
                .value()
                .expect(200);
        finding(visit, "ACTION_REQUIRED", "SEALS", "Two seals of the inventory could not be accounted for.");
        finding(visit, "BEST_PRACTICE", "PHYSICAL_ACCESS", "Visitors are met at the gate and escorted.");
        var done = api.intend(
                        visit,
                        "fieldwork",
                        Map.of(
                                "areas",
                                List.of(
                                        area("SEALS", "MEDIUM", "Inventory reconciled monthly only."),
                                        area("PHYSICAL_ACCESS", "LOW", "Gate log complete."))))
                .expect(200);
        return "on site at " + done.text("site/name") + ": 2 findings, overall risk " + done.text("overallRisk");
    }

    Outcome reports(Trader trader) {
        drafts(trader);
        return issues(trader);
    }

    void drafts(Trader trader) {
        for (var visit : visitPaths(trader)) {
            api.change(
                            visit,
                            "/report",
                            Map.of("summary", "The security profile is lived at the site; one action is required."))
                    .expect(200);
        }
    }

    Outcome issues(Trader trader) {
        return Outcome.of(visitPaths(trader).stream()
                .map(visit -> api.intend(visit, "report/issuance", null).expect(200))
                .map(issued -> "report is issued, response by " + issued.text("report/respondBy"))
                .collect(Collectors.joining("; ")));
    }

    Outcome closes(Trader trader) {
        return Outcome.of(visitPaths(trader).stream().map(this::closes).collect(Collectors.joining("; ")));
    }

    private String closes(String visit) {
        for (var finding : findings(visit, "RESPONDED")) {
            api.intend(visit, "findings/" + finding + "/acceptance", Map.of("comment", "Plausible and dated."))
                    .expect(200);
            api.intend(visit, "findings/" + finding + "/resolution", Map.of("comment", "Inventory seen, complete."))
                    .expect(200);
        }
        var closed = api.intend(visit, "closing", Map.of("outcome", "SATISFACTORY", "reason", "All actions resolved."))
                .expect(200);
        return "visit is " + closed.text("state") + ", " + closed.text("outcome");
    }

    private List<String> findings(String visit, String state) {
        return api.get(visit).expect(200).items("findings").stream()
                .filter(f -> f.path("state").asString().equals(state))
                .map(f -> f.path("id").asString())
                .toList();
    }

    private void finding(String visit, String kind, String area, String text) {
        api.intend(visit, "findings", Map.of("kind", kind, "area", area, "text", text))
                .expect(200);
    }

    private static Map<String, Object> area(String area, String level, String note) {
        return Map.of("area", area, "level", level, "note", note);
    }

    private static Map<String, Object> slot(JsonNode suggested) {
        return Map.of(
                "officer", suggested.path("officer").asString(),
                "startsAt", suggested.path("startsAt").asString(),
                "hours", suggested.path("hours").asInt());
    }
}
