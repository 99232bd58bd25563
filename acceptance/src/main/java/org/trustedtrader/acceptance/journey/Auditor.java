package org.trustedtrader.acceptance.journey;

import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** Reads everything, changes nothing. */
final class Auditor {

    private final Api api;

    Auditor(Api api) {
        this.api = api;
    }

    String who() {
        return api.who();
    }

    /** The refused approval has left nothing in the application's history; exactly one approval is there. */
    Outcome findsOneApproval(Trader trader) {
        var history = api.get(trader.applicationPath() + "/history").expect(200).items("items");
        var approvals = history.stream()
                .filter(h -> h.path("change").asString().equals("approved"))
                .toList();
        if (approvals.size() != 1) {
            throw new UnexpectedResponseException("The history should hold one approval, but holds " + approvals);
        }
        var path = history.stream().map(h -> h.path("change").asString()).collect(Collectors.joining(" → "));
        return Outcome.of(
                        "one approval, by " + approvals.getFirst().path("actor").asString() + "; the refused one left"
                                + " nothing: " + path)
                .with("historyEntries", history.size());
    }
}
