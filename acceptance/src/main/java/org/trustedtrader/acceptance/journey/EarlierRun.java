package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.acceptance.client.Polling;
import tools.jackson.databind.JsonNode;

/** What an earlier run, perhaps one that broke off, has left of a company: open applications and memberships. */
final class EarlierRun {

    private static final Set<String> BEFORE_DECISION = Set.of(
            "DRAFT",
            "SUBMITTED",
            "COMPLETENESS_CHECK",
            "RETURNED_INCOMPLETE",
            "ACCEPTED",
            "IN_REVIEW",
            "VALIDATION_PENDING",
            "VALIDATED",
            "DECISION");
    private static final Set<String> MEMBERSHIP_OVER = Set.of("WITHDRAWN", "CANCELLED_FINAL");

    private final Trader trader;

    EarlierRun(Trader trader) {
        this.trader = trader;
    }

    Outcome cleared() {
        int withdrawn = 0;
        for (var application : list("/v1/applications")) {
            var id = application.path("applicationId").asString();
            var state = application.path("state").asString();
            if (BEFORE_DECISION.contains(state)) {
                withdraw("/v1/applications/" + id);
                withdrawn++;
            } else if (state.equals("APPROVED_PENDING_TERMS")) {
                finish(id, application.path("termsVersion").asString());
            }
        }
        for (var membership : list("/v1/memberships")) {
            if (!MEMBERSHIP_OVER.contains(membership.path("state").asString())) {
                withdraw("/v1/memberships/" + membership.path("membershipId").asString());
                withdrawn++;
            }
        }
        return withdrawn == 0
                ? Outcome.of("nothing is left of an earlier run")
                : Outcome.of(withdrawn + " open application(s) or membership(s) of an earlier run withdrawn");
    }

    /** Nobody can withdraw what is approved already, so it is signed, and the membership withdrawn afterwards. */
    private void finish(String application, String terms) {
        var path = "/v1/applications/" + application;
        trader.owner()
                .intend(path, "terms-signature", Map.of("termsVersion", terms))
                .expect(200);
        Polling.until(
                "the membership of the earlier run has started",
                Polling.SOON,
                () -> trader.owner().get("/v1/memberships/" + application).status(),
                status -> status == 200);
    }

    private void withdraw(String path) {
        trader.owner()
                .intend(path, "withdrawal", Map.of("reason", "The demo starts again."))
                .expect(200);
    }

    private List<JsonNode> list(String path) {
        return trader.owner().get(path + "?limit=200").expect(200).items("items");
    }
}
