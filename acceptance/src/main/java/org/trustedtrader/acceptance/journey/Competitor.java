package org.trustedtrader.acceptance.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** Somebody of another company who has got hold of the carrier's ids. */
final class Competitor {

    private static final String NOBODY = "100000009";

    private final Api api;

    Competitor(Api api) {
        this.api = api;
    }

    String who() {
        return api.who();
    }

    /** Each of the carrier's records answers exactly like one that does not exist. */
    Outcome readsTheFileOf(Trader trader) {
        var none = UUID.randomUUID().toString();
        var pairs = new LinkedHashMap<String, String>();
        pairs.put(trader.companyPath(), "/v1/companies/" + NOBODY);
        pairs.put("/v1/entitlements/" + trader.businessNumber(), "/v1/entitlements/" + NOBODY);
        for (var part : new String[] {"", "/progress", "/history"}) {
            pairs.put(trader.applicationPath() + part, "/v1/applications/" + none + part);
        }
        for (var part : new String[] {"", "/profile", "/evidence", "/risk", "/actions"}) {
            pairs.put(trader.assessmentPath() + part, "/v1/assessments/" + none + part);
        }
        pairs.put(trader.membershipPath(), "/v1/memberships/" + none);
        pairs.put(Validator.visitPath(trader), "/v1/visits/initial-" + none);
        pairs.forEach(this::answersAlike);
        return Outcome.of(pairs.size() + " records of the " + trader.name()
                        + " asked for: each answers 404, word for word like one that does not exist")
                .with("crossedReads", pairs.size());
    }

    /** Asking about the carrier is answered like asking about nobody. */
    Outcome asksAbout(Trader trader) {
        return new Partner(api).seesNothingOf(trader);
    }

    private void answersAlike(String existing, String missing) {
        var real = api.get(existing).expect(404);
        var unreal = api.get(missing).expect(404);
        if (!words(real).equals(words(unreal))) {
            throw new UnexpectedResponseException(
                    existing + " can be distinguished from a missing one: " + real.body() + " is not " + unreal.body());
        }
    }

    private static Map<String, String> words(Reply reply) {
        var words = new LinkedHashMap<String, String>();
        reply.body()
                .properties()
                .forEach(p -> words.put(p.getKey(), p.getValue().toString()));
        words.remove("instance");
        words.remove("traceId");
        return words;
    }
}
