package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;

/** Every question that makes no sense has its own answer. */
@ServiceIT
class RefusedQuestionsIT {

    private final Http http;
    private final Clock clock;

    RefusedQuestionsIT(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @TestFactory
    Stream<DynamicTest> crossings() {
        return Stream.of(
                refused("a port of letters", "port", "ABCD", 422, "port"),
                refused("a port of full-width digits", "port", "\uff10\uff14\uff15\uff13", 422, "port"),
                refused("a padded port", "port", " 0453", 422, "port"),
                refused("a port as a number", "port", 453, 400, "port"),
                refused("no port", "port", null, 422, "port"),
                refused("an unknown mode", "mode", "ROAD", 400, "mode"),
                refused("a mode by number", "mode", 0, 400, "mode"),
                refused("no direction", "direction", null, 422, "direction"),
                refused("no importer", "importers", List.of(), 422, "importers"),
                refused(
                        "an importer twice",
                        "importers",
                        List.of("987654324RM0001", "987654324RM0001"),
                        422,
                        "importers"),
                refused("an importer that is null", "importers", Arrays.asList((String) null), 400, "importers"),
                refused("a carrier code of a page", "carrierCode", "X".repeat(5_000), 422, "carrierCode"),
                refused("a country in small letters", "originCountry", "us", 422, "originCountry"),
                refused("regulated as text", "regulatedGoods", "no", 400, "regulatedGoods"),
                refused("regulated left out", "regulatedGoods", null, 422, "regulatedGoods"),
                refused("a day that is none", "arrivalAt", "2026-02-30T10:00:00Z", 400, "arrivalAt"),
                refused("a time without zone", "arrivalAt", "2026-11-30T10:00:00", 400, "arrivalAt"),
                refused("a time as a number", "arrivalAt", 1_790_000_000, 400, "arrivalAt"),
                refused("a time long past", "arrivalAt", "1999-01-01T00:00:00Z", 422, "arrivalAt"),
                refused("a time far ahead", "arrivalAt", later(31), 422, "arrivalAt"),
                refused("an unknown field", "priority", "HIGH", 400, "priority"));
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        var answer = http.post("/v1/crossings")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .json("{\"port\":\"0453\",\"port\":\"0410\"}")
                .send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void aNearlyRightIdentifierIsAnsweredNotRefused() {
        for (var id : List.of("77yy", "77YY%20", "77Y%CE%A5", "x".repeat(300))) {
            var answer = http.get("/v1/eligibility/carrier-code/" + id)
                    .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                    .send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("MALFORMED_IDENTIFIER");
        }
    }

    @Test
    void itemsWithoutSchemeOrIdDoNotFailTheOthers() {
        var answer = http.post("/v1/eligibility/batch")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .json("{\"items\":[{},{\"scheme\":\"BN9\"},{\"id\":\"1\"},{\"scheme\":\"BN9\",\"id\":\"555666773\"}]}")
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .get("answers")
                        .valueStream()
                        .map(a -> a.at("/reasons/0").asString()))
                .containsExactly("UNKNOWN_SCHEME", "MALFORMED_IDENTIFIER", "UNKNOWN_SCHEME", "UNKNOWN_IDENTIFIER");
    }

    @Test
    void cardsAreChangedByTheRulesOfCommands() {
        var manager = Caller.PROGRAMME_MANAGER.token().orElseThrow();
        var card = Map.of(
                "number", "RULES123", "programme", "FAST", "validFrom", "2026-01-01", "validUntil", "2030-01-01");
        var key = UUID.randomUUID().toString();
        var first =
                http.post("/v1/driver-cards").by(manager).key(key).json(card).send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.location()).isEqualTo("/v1/driver-cards/RULES123");
        assertThat(http.post("/v1/driver-cards")
                        .by(manager)
                        .key(key)
                        .json(card)
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(http.post("/v1/driver-cards").by(manager).json(card).send().problem())
                .isEqualTo("already-exists");
        var revocation = Map.of("reasonCode", "LOST");
        var path = "/v1/driver-cards/RULES123/revocation";
        assertThat(http.post(path).by(manager).json(revocation).send().status()).isEqualTo(428);
        assertThat(http.post(path)
                        .by(manager)
                        .withoutKey()
                        .ifMatch(1)
                        .json(revocation)
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(http.post(path)
                        .by(manager)
                        .ifMatch(7)
                        .json(revocation)
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(http.post(path)
                        .by(manager)
                        .ifMatch(1)
                        .json(Map.of("reasonCode", "lost it"))
                        .send()
                        .status())
                .isEqualTo(422);
        assertThat(http.post(path)
                        .by(manager)
                        .ifMatch(1)
                        .json(revocation)
                        .send()
                        .version())
                .isEqualTo(2);
        assertThat(http.post(path)
                        .by(manager)
                        .ifMatch(2)
                        .json(revocation)
                        .send()
                        .problem())
                .isEqualTo("wrong-state");
    }

    private DynamicTest refused(String what, String field, Object value, int status, String mentioned) {
        return DynamicTest.dynamicTest(what, () -> {
            Map<String, Object> question = new LinkedHashMap<>(Map.of(
                    "port", "0453",
                    "mode", "HIGHWAY",
                    "direction", "INTO_CANADA",
                    "arrivalAt", clock.instant().toString(),
                    "carrierCode", "77YY",
                    "importers", List.of("987654324RM0001"),
                    "originCountry", "US",
                    "regulatedGoods", false));
            question.put(field, value);
            var answer = http.post("/v1/crossings")
                    .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                    .json(question)
                    .send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.problem()).isNotEmpty();
            assertThat(answer.text()).contains(mentioned);
        });
    }

    private String later(int days) {
        return clock.instant().plus(Duration.ofDays(days)).toString();
    }
}
