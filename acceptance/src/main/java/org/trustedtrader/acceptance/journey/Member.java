package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;

/** The company as a member, looking at what it is entitled to. */
final class Member {

    private final Trader trader;

    Member(Trader trader) {
        this.trader = trader;
    }

    Outcome findsTierTwo() {
        var seen = Polling.until(
                "the company has tier II entitlements",
                Polling.SOON,
                () -> trader.owner().get("/v1/entitlements/" + trader.businessNumber()),
                reply -> reply.ok() && !ofTierTwo(reply).isEmpty());
        var entitlements = ofTierTwo(seen.value());
        return Outcome.of("entitled to " + String.join(", ", entitlements))
                .with("entitlements", entitlements)
                .after(seen.waited());
    }

    private static List<String> ofTierTwo(Reply reply) {
        return reply.items("entitlements").stream()
                .filter(e -> e.path("outcome").asString().equals("ELIGIBLE"))
                .filter(e -> e.path("minimumTier").asString().equals("II"))
                .map(e -> e.path("en").asString())
                .collect(Collectors.toList());
    }
}
