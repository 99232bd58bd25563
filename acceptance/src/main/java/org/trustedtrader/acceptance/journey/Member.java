package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** The company as a member, reading its entitlements and its letters. */
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

    /** The newest letter of that kind that nobody of the company has read yet, first as data, then as the document. */
    Outcome readsTheLetter(String kind) {
        var owner = trader.owner();
        var unread = Polling.until(
                "a letter about the " + kind.toLowerCase(Locale.ROOT) + " has come",
                Polling.SOON,
                () -> owner.get("/v1/letters?served=false&kind=" + kind + "&subject=membership/" + trader.application())
                        .expect(200)
                        .items("items"),
                letters -> !letters.isEmpty());
        var number = unread.value().getLast().path("number").asString();
        var letter = owner.get("/v1/letters/" + number).expect(200);
        var path = "/v1/letters/" + number + "/document";
        var document = owner.send(owner.request("GET", path, null).setHeader("Accept", "application/pdf"), path)
                .expect(200);
        var type = document.headers().firstValue("Content-Type").orElse("");
        if (!type.equals("application/pdf") || !letter.text("served").equals("READ")) {
            throw new UnexpectedResponseException(number + " is " + type + ", served: " + letter.text("served"));
        }
        return Outcome.of("letter " + number + ": “" + letter.text("title") + "”, reason: " + letter.text("reason")
                        + "\n" + letter.at("remedy").path("text").asString()
                        + "\nserved by reading it; the PDF is there too")
                .after(unread.waited());
    }

    private static List<String> ofTierTwo(Reply reply) {
        return reply.items("entitlements").stream()
                .filter(e -> e.path("outcome").asString().equals("ELIGIBLE"))
                .filter(e -> e.path("minimumTier").asString().equals("II"))
                .map(e -> e.path("en").asString())
                .collect(Collectors.toList());
    }
}
