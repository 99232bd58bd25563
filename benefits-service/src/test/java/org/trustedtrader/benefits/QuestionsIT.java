package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be asked besides who and what: what is known at least, what was known once, and a whole list at once. */
@ServiceIT
class QuestionsIT {

    private static final String CARRIER = "/v1/eligibility/carrier-code/77YY";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http http;
    private final Instant before;
    private final BorderStatus status;

    QuestionsIT(Http http, Clock clock, BorderStatus status) {
        this.http = http;
        this.before = clock.instant().minus(Duration.ofDays(30));
        this.status = status;
    }

    @BeforeEach
    void aCarrierThatWasActive() {
        status.apply(recorded(TraderFixtures.carrier(1, before)));
        status.apply(recorded(TraderFixtures.carrierIs(MembershipStatus.ACTIVE, 1, before)));
    }

    private static Revision recorded(Revision known) {
        return new Revision(known.subject(), known.version(), known.effectiveAt(), known.effectiveAt(), known.fact());
    }

    @Test
    void whoeverHasSeenAVersionIsNotAnsweredWithLess() {
        assertThat(get(CARRIER + "?minVersion=1").status()).isEqualTo(200);
        assertThat(get(CARRIER + "?minVersion=membership/m-carrier:1,company/123456782:1")
                        .status())
                .isEqualTo(200);
        var notYet = get(CARRIER + "?minVersion=membership/m-carrier:99");
        assertThat(notYet.status()).isEqualTo(409);
        assertThat(notYet.problem()).isEqualTo("version-not-yet");
        assertThat(notYet.header("Retry-After")).isEqualTo("1");
        assertThat(notYet.json().at("/errors/0/field").asString()).isEqualTo("membership/m-carrier");
        assertThat(notYet.json().at("/errors/0/message").asString()).contains("version 1 is known, not yet 99");
        assertThat(get(CARRIER + "?minVersion=0").status()).isEqualTo(422);
        assertThat(get("/v1/eligibility/carrier-code/77yy?minVersion=99").status())
                .isEqualTo(200);
    }

    @Test
    void aCrossingSaysWhoseVersionWasSeen() {
        assertThat(crossing("minVersion", "membership/m-carrier:1").status()).isEqualTo(200);
        assertThat(crossing("minVersion", "membership/m-carrier:99").problem()).isEqualTo("version-not-yet");
        assertThat(crossing("minVersion", "7").status()).isEqualTo(422);
    }

    @Test
    void whatWasKnownOnceIsAnsweredAndDerivedAgain() {
        var at = "&at=" + before.plusSeconds(60);
        var nothing = get(CARRIER + "?knownAt=" + before.minus(Duration.ofDays(1)) + at);
        assertThat(nothing.text()).contains("UNKNOWN_IDENTIFIER");
        var then = get(CARRIER + "?knownAt=" + before + at);
        assertThat(then.text()).doesNotContain("UNKNOWN_IDENTIFIER");
        assertThat(then.json().at("/statusVersions/membership~1m-carrier").asInt())
                .isEqualTo(1);
        assertThat(get(CARRIER + "?knownAt=2999-01-01T00:00:00Z").status()).isEqualTo(422);
        var decided = crossing("knownAt", before.minus(Duration.ofDays(1)).toString());
        assertThat(decided.json().get("statusVersions").isEmpty()).isTrue();
        for (var answer : List.of(then, decided)) {
            var review = http.get(
                            "/v1/decisions/" + answer.json().get("decisionId").asString())
                    .by(Caller.AUDITOR.token().orElseThrow())
                    .send();
            assertThat(review.json().get("same").asBoolean()).isTrue();
            assertThat(review.json().at("/question/knownAt").isNull()).isFalse();
        }
    }

    @Test
    void aListIsAnsweredLineByLineAndABadLineFailsNoOther() {
        var lines = List.of(
                "{\"scheme\":\"carrier-code\",\"id\":\"77YY\"}",
                "{\"scheme\":\"carrier-code\",\"id\":\"77yy\"}",
                "",
                "no json",
                "null",
                "[]",
                "{\"scheme\":\"bn9\",\"id\":\"1\",\"x\":1}",
                "{\"scheme\":\"bn9\",\"scheme\":\"bn9\",\"id\":\"1\"}",
                "{\"scheme\":\"bn9\",\"id\":123456782}",
                "{\"scheme\":\"bn9\",\"id\":\"1\",\"benefit\":\"NONE\"}",
                "{\"scheme\":\"bn9\",\"id\":\"1\",\"at\":\"1999-01-01T00:00:00Z\"}",
                "{\"scheme\":\"bn9\",\"id\":\"1\",\"at\":\"yesterday\"}",
                "{\"scheme\":\"bn9\",\"id\":\"" + "x".repeat(5_000) + "\"}",
                "{\"scheme\":\"carrier-code\",\"id\":\"77YY\",\"benefit\":\"FAST_LANE\"}\r",
                "{\"scheme\":\"carrier-code\",\"id\":\"77YY\"}");
        var said = stream(String.join("\n", lines));
        assertThat(said.stream().map(one -> one.get("line").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, lines.size()).boxed().toList());
        assertThat(said.stream()
                        .map(one -> one.has("error")
                                ? one.at("/error/type").asString()
                                : one.at("/answer/id").asString()))
                .containsExactly(
                        "77YY",
                        "77yy",
                        "malformed-line",
                        "malformed-line",
                        "malformed-line",
                        "malformed-line",
                        "unknown-field",
                        "malformed-line",
                        "unknown-value",
                        "unknown-value",
                        "invalid-input",
                        "unknown-value",
                        "line-too-long",
                        "77YY",
                        "77YY");
        assertThat(said.get(1).at("/answer/reasons/0").asString()).isEqualTo("MALFORMED_IDENTIFIER");
        assertThat(said.get(13).at("/answer/benefits").size()).isEqualTo(1);
    }

    @Test
    void aLongListIsAnsweredWholeAndInOrder() {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"scheme\":\"bn15\",\"id\":\"%09dRM0001\",\"benefit\":\"FAST_LANE\"}\n".formatted(i));
        }
        var said = stream(lines.toString());
        assertThat(said).hasSize(20_000);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i).at("/answer/id").asString()).isEqualTo("%09dRM0001".formatted(i));
        }
        var decision = said.getLast().get("decisionId").asString();
        var review = http.get("/v1/decisions/" + decision)
                .by(Caller.AUDITOR.token().orElseThrow())
                .send();
        assertThat(review.json().get("same").asBoolean()).isTrue();
    }

    @Test
    void aListThatIsNoListIsRefusedAsAWhole() {
        assertThat(http.post("/v1/eligibility/stream")
                        .by(border())
                        .json(List.of())
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(stream("")).isEmpty();
    }

    private List<JsonNode> stream(String lines) {
        var answer = http.post("/v1/eligibility/stream")
                .by(border())
                .body("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> said = new ArrayList<>();
        answer.text().lines().forEach(line -> said.add(JSON.readTree(line)));
        return said;
    }

    private Http.Answer crossing(String field, String value) {
        Map<String, Object> question = new HashMap<>(Map.of(
                "port", "0453",
                "mode", "HIGHWAY",
                "direction", "INTO_CANADA",
                "arrivalAt", before.plus(Duration.ofDays(1)).toString(),
                "carrierCode", "77YY",
                "importers", List.of("987654324RM0001"),
                "originCountry", "US",
                "regulatedGoods", false));
        question.put(field, value);
        return http.post("/v1/crossings").by(border()).json(question).send();
    }

    private Http.Answer get(String path) {
        return http.get(path).by(border()).send();
    }

    private static String border() {
        return Caller.BORDER_SYSTEM.token().orElseThrow();
    }
}
