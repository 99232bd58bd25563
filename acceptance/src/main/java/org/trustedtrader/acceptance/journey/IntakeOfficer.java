package org.trustedtrader.acceptance.journey;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.acceptance.client.Api;

/** The officer who looks whether an application is complete, and starts the clock. */
final class IntakeOfficer {

    /** States in which there is nothing to confirm. */
    private static final Set<String> CONFIRMED = Set.of("CONFIRMED", "CLOSED", "REFUSED", "REVOKED");

    private final Api api;

    IntakeOfficer(Api api) {
        this.api = api;
    }

    String who() {
        return api.who();
    }

    Outcome accepts(Trader trader) {
        api.intend(trader.applicationPath(), "completeness-check", null).expect(200);
        var accepted = api.intend(trader.applicationPath(), "acceptance", null).expect(200);
        return Outcome.of(
                "application is " + accepted.text("state") + ", the clock runs since " + accepted.text("acceptedAt"));
    }

    /** Looks up the numbers that the company claims: before, they grant nothing at the border. */
    Outcome confirmsIdentifiers(Trader trader) {
        var identifiers = trader.companyPath() + "/identifiers";
        var confirmed = new ArrayList<String>();
        for (var claim : api.get(identifiers).expect(200).items("items")) {
            if (CONFIRMED.contains(claim.path("state").asString())) {
                continue;
            }
            var scheme =
                    claim.path("scheme").asString().toLowerCase(Locale.ROOT).replace('_', '-');
            var one = identifiers + "/" + scheme + "/" + claim.path("number").asString();
            api.intend(one, "confirmation", Map.of("source", "Register of the issuing agency"))
                    .expect(200);
            confirmed.add(scheme + " " + claim.path("number").asString());
        }
        return Outcome.of(confirmed.isEmpty() ? "all are confirmed" : "confirmed: " + String.join(", ", confirmed));
    }

    Outcome asks(Trader trader) {
        var asked = api.intend(
                        trader.applicationPath(),
                        "information-requests",
                        Map.of("question", "Who owns the yard that your site plan shows?"))
                .expect(200);
        return Outcome.of("asked; an answer is due by " + asked.text("replyDueAt"));
    }

    /** Vetting of the company is the other track of the review, beside its security profile. */
    Outcome vets(Trader trader) {
        api.intend(trader.applicationPath(), "vetting", Map.of("outcome", "CLEAR", "note", "No adverse records."))
                .expect(200);
        return Outcome.of("vetting is CLEAR");
    }
}
