package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.Map;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** A company that looks at another one's status. */
final class Partner {

    private final Api api;

    Partner(Api api) {
        this.api = api;
    }

    /** An earlier run of the story may have left the consent. */
    Outcome consentsTo(Trader other) {
        var reply = api.post("/v1/consents", Map.of("partner", other.businessNumber()));
        if (!reply.ok()) {
            reply.expectProblem(409, "wrong-state");
        }
        return Outcome.of("the " + other.name() + " may see its status, once it consents as well");
    }

    Outcome sees(Trader other, String outcome) {
        var seen = Polling.until(
                "the partner is " + outcome,
                Polling.SOON,
                () -> api.get(address("bn9", other.businessNumber()))
                        .expect(200)
                        .text("outcome"),
                outcome::equals);
        return Outcome.of("sees that the " + other.name() + " is " + outcome).after(seen.waited());
    }

    /** A company that has not consented, a number that nobody has and one that cannot be one. */
    Outcome seesNothingOf(Trader other) {
        var addresses =
                List.of(address("bn9", other.businessNumber()), address("bn9", "100000009"), address("bn9", "carla"));
        for (var address : addresses) {
            var told = api.get(address).expect(200).text("outcome");
            if (!told.equals("NOT_DISCLOSED")) {
                throw new UnexpectedResponseException(address + " tells a stranger " + told);
            }
        }
        return Outcome.of(
                "NOT_DISCLOSED, like a number that nobody has and one that cannot be one; nothing tells them apart");
    }

    private static String address(String scheme, String id) {
        return "/v1/monitoring/" + scheme + "/" + id;
    }
}
