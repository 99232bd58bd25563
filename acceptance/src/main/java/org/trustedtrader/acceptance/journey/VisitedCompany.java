package org.trustedtrader.acceptance.journey;

import java.util.Map;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** The company's side of a visit. */
final class VisitedCompany {

    private final Trader trader;

    VisitedCompany(Trader trader) {
        this.trader = trader;
    }

    Outcome confirms() {
        return Outcome.of(Validator.visitPaths(trader.owner(), trader).stream()
                .map(path -> trader.owner()
                        .intend(path, "confirmation", Map.of("slot", 1))
                        .expect(200))
                .map(visit -> "visit is " + visit.text("state") + " for "
                        + visit.items("slots").getFirst().path("localStart").asString())
                .collect(Collectors.joining("; ")));
    }

    Outcome responds() {
        int responses = Validator.visitPaths(trader.owner(), trader).stream()
                .mapToInt(this::respondsTo)
                .sum();
        return Outcome.of(responses + " finding(s) responded to");
    }

    private int respondsTo(String visit) {
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
        return asking.size();
    }
}
