package org.trustedtrader.acceptance.journey;

import java.util.Map;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** The company's side of a visit. */
final class VisitedCompany {

    private final Trader trader;

    VisitedCompany(Trader trader) {
        this.trader = trader;
    }

    Outcome confirms() {
        var visit = trader.owner()
                .intend(Validator.visitPath(trader), "confirmation", Map.of("slot", 1))
                .expect(200);
        return Outcome.of("visit is " + visit.text("state") + " for "
                + visit.items("slots").getFirst().path("localStart").asString());
    }

    Outcome responds() {
        var visit = Validator.visitPath(trader);
        var asking = trader.owner().get(visit).expect(200).items("findings").stream()
                .filter(f -> !f.path("kind").asString().equals("BEST_PRACTICE"))
                .toList();
        if (asking.isEmpty()) {
            throw new UnexpectedResponseException("The company sees no finding to respond to");
        }
        for (var finding : asking) {
            trader.owner()
                    .intend(
                            visit,
                            "findings/" + finding.path("id").asString() + "/response",
                            Map.of(
                                    "response",
                                    "The inventory is reconciled weekly from now on; both seals were found."))
                    .expect(200);
        }
        return Outcome.of(asking.size() + " finding(s) responded to");
    }
}
