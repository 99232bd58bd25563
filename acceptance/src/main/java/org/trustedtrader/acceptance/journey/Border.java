package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import tools.jackson.databind.JsonNode;

/** The machine at the Ambassador Bridge in Windsor (port 0453), which asks before a truck arrives. */
final class Border {

    static final String ELIGIBLE = "FLE";
    static final String INELIGIBLE = "FLI";
    private static final int BATCH = 1_000;
    private final Api api;
    private final ProgrammeTime time;
    private final String carrierCode;
    private final String importerAccount;
    private final DriverCard driverCard;

    Border(Api api, ProgrammeTime time, String carrierCode, String importerAccount, DriverCard driverCard) {
        this.api = api;
        this.time = time;
        this.carrierCode = carrierCode;
        this.importerAccount = importerAccount;
        this.driverCard = driverCard;
    }

    String who() {
        return api.who();
    }

    /** Asks about a truck that arrives in ten minutes, until the lane is the expected one. */
    Outcome seesTheTruck(String lane) {
        var arrival = time.now().plus(Duration.ofMinutes(10));
        var answer =
                Polling.until("the lane is " + lane, Polling.SOON, () -> ask(arrival, null), a -> lane.equals(lane(a)));
        return Outcome.of(lane + ": " + reasons(answer.value()) + "\nvalid until "
                        + answer.value().text("validUntil") + ", status "
                        + answer.value().at("statusAgeMillis")
                        + " ms old, decision " + answer.value().text("decisionId"))
                .with("outcome", lane)
                .after(answer.waited());
    }

    /** The same question as of a time in the past. */
    Outcome remembers(Instant then, String lane) {
        var answer = ask(time.now().plus(Duration.ofMinutes(10)), then);
        if (!lane(answer).equals(lane)) {
            throw new UnexpectedResponseException("As of " + then + " the lane was " + lane
                    + ", but the border answers " + lane(answer) + ": " + reasons(answer));
        }
        return Outcome.of("as of " + then + ": " + lane + ": " + reasons(answer))
                .with("outcome", lane);
    }

    /** Waits until the answers follow from at least that version of the company's record. */
    void knows(String businessNumber, long version) {
        var arrival = time.now().plus(Duration.ofMinutes(10));
        Polling.until(
                "the border knows version " + version + " of company " + businessNumber,
                Polling.SOON,
                () -> ask(arrival, null)
                        .at("statusVersions")
                        .path("company/" + businessNumber)
                        .asLong(0),
                known -> known >= version);
    }

    Instant now() {
        return time.now();
    }

    /** Asks about one identifier until the answer is the expected one. */
    Outcome finds(String scheme, String id, String outcome) {
        var question = Map.of("items", List.of(Map.of("scheme", scheme, "id", id)));
        var answer = Polling.until(
                id + " is " + outcome,
                Polling.SOON,
                () -> api.post("/v1/eligibility/batch", question)
                        .expect(200)
                        .items("answers")
                        .getFirst()
                        .path("outcome")
                        .asString(),
                outcome::equals);
        return Outcome.of(id + " is " + answer.value() + " at the border").after(answer.waited());
    }

    boolean refuses(Instant arrival) {
        return lane(ask(arrival, null)).equals(INELIGIBLE);
    }

    boolean admits(Instant arrival) {
        return lane(ask(arrival, null)).equals(ELIGIBLE);
    }

    /** A thousand identifiers in one call: the two members, and others that nobody holds. */
    Outcome asksABatch() {
        var items = IntStream.range(0, BATCH)
                .mapToObj(i -> switch (i) {
                    case 0 -> Map.of("scheme", "CARRIER_CODE", "id", carrierCode);
                    case 1 -> Map.of("scheme", "BN15", "id", importerAccount);
                    default -> Map.of("scheme", "BN15", "id", "%09dRM0001".formatted(100_000_000 + i * 7));
                })
                .toList();
        var answer = api.post("/v1/eligibility/batch", Map.of("items", items)).expect(200);
        var outcomes = answer.items("answers").stream()
                .collect(Collectors.groupingBy(a -> a.path("outcome").asString(), Collectors.counting()));
        var eligible = outcomes.getOrDefault("ELIGIBLE", 0L);
        if (answer.items("answers").size() != BATCH || eligible != 2) {
            throw new UnexpectedResponseException(
                    "Of " + BATCH + " identifiers 2 are members', but the answers are " + outcomes);
        }
        return Outcome.of(BATCH + " identifiers answered in one call: " + outcomes)
                .with("identifiers", BATCH)
                .with("eligible", eligible);
    }

    private Reply ask(Instant arrival, @Nullable Instant asOf) {
        var question = new HashMap<String, Object>(Map.of(
                "port",
                "0453",
                "mode",
                "HIGHWAY",
                "direction",
                "INTO_CANADA",
                "arrivalAt",
                arrival.toString(),
                "carrierCode",
                carrierCode,
                "importers",
                List.of(importerAccount),
                "driverCard",
                driverCard.number(),
                "originCountry",
                "US",
                "regulatedGoods",
                false,
                "seal",
                "INTACT"));
        if (asOf != null) {
            question.put("asOf", asOf.toString());
        }
        return api.post("/v1/crossings", question).expect(200);
    }

    private static String lane(Reply answer) {
        return answer.text("outcome");
    }

    private static String reasons(Reply answer) {
        return answer.items("benefits").stream()
                .filter(b -> b.path("benefit").asString().equals("FAST_LANE"))
                .flatMap(b -> b.path("reasons").valueStream())
                .map(Border::reason)
                .collect(Collectors.joining("; "));
    }

    private static String reason(JsonNode reason) {
        var whose = reason.path("identifier").asString("");
        return reason.path("code").asString() + (whose.isEmpty() ? "" : " (" + whose + ")");
    }
}
