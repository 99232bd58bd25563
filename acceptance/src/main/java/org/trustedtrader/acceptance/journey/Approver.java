package org.trustedtrader.acceptance.journey;

import java.time.Instant;
import java.util.Map;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;

/** Headquarters: decides, and later suspends and reinstates. */
final class Approver {

    private static final Map<String, String> GROUNDS = Map.of(
            "reason", "All criteria are met, the visit was satisfactory.",
            "legalBasis", "Customs Act s. 107; PIP memorandum D23-1-1");
    private static final Map<String, String> SUSPENSION = Map.of(
            "reasonCode", "SECURITY_INCIDENT",
            "note", "A seal was broken on the way and not reported.",
            "legalBasis", "PIP memorandum D23-1-1, suspension");
    private static final Map<String, String> REINSTATEMENT = Map.of(
            "reasonCode", "CAUSE_REMEDIED",
            "note", "The incident is explained, the procedure amended.",
            "legalBasis", "PIP memorandum D23-1-1, reinstatement");
    private static final Map<String, String> PROPOSAL = Map.of(
            "kind", "REINSTATEMENT",
            "reasonCode", "CAUSE_REMEDIED",
            "note", "The incident is explained, the procedure amended.",
            "legalBasis", "PIP memorandum D23-1-1, reinstatement");

    private final Api api;

    Approver(Api api) {
        this.api = api;
    }

    String who() {
        return api.who();
    }

    Outcome findsTheFileReady(Trader trader) {
        var ready = Polling.until(
                "the application is up for decision",
                Polling.SOON,
                () -> api.get(trader.applicationPath()).expect(200),
                a -> a.text("state").equals("DECISION"));
        return Outcome.of("application is " + ready.value().text("state") + ", risk "
                        + ready.value().text("findings/riskRating") + ", visit "
                        + ready.value().text("findings/validation"))
                .after(ready.waited());
    }

    Outcome approves(Trader trader) {
        var approved = api.intend(trader.applicationPath(), "approval", GROUNDS).expect(200);
        return Outcome.of("application is " + approved.text("state") + ", terms " + approved.text("termsVersion"));
    }

    /** Somebody who worked on the file tries to decide it. */
    Outcome mayNotApprove(Trader trader) {
        var refusal =
                api.intend(trader.applicationPath(), "approval", GROUNDS).expectProblem(409, "decided-by-someone-else");
        return Outcome.of("refused: " + refusal.text("detail"));
    }

    Outcome seesMembership(Trader trader, String state) {
        var member = Polling.until(
                "the membership is " + state,
                Polling.SOON,
                () -> api.get(trader.membershipPath()),
                m -> m.ok() && m.text("state").equals(state));
        return Outcome.of("membership " + member.value().text("membershipNumber") + " is " + state + ", tier "
                        + member.value().text("tier") + ", member since "
                        + member.value().text("memberSince"))
                .after(member.waited());
    }

    /** @return from when the suspension counts, programme time */
    Instant suspends(Trader trader) {
        return ruled(api.intend(trader.membershipPath(), "suspension", SUSPENSION));
    }

    /** Another officer decides. */
    void proposesReinstatement(Trader trader) {
        api.intend(trader.membershipPath(), "proposal", PROPOSAL).expect(200);
    }

    Instant reinstates(Trader trader) {
        return ruled(api.intend(trader.membershipPath(), "reinstatement", REINSTATEMENT));
    }

    private static Instant ruled(Reply reply) {
        return Instant.parse(reply.expect(200).text("effectiveAt"));
    }
}
