package org.trustedtrader.acceptance.journey;

import java.util.Map;
import org.trustedtrader.acceptance.client.Api;

/** The officer who looks whether an application is complete, and starts the clock. */
final class IntakeOfficer {

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
