package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;

@ProbeIT
class CommandHeadersIT {

    private static final String GOOD = "{\"name\":\"n\",\"count\":1,\"parts\":[]}";

    private final Http http;
    private final String writer = TestTokens.user("wanda").roles("writer").token();

    CommandHeadersIT(Http http) {
        this.http = http;
    }

    @Test
    void theAnswerCarriesTheVersionAsItsTag() {
        var answer = http.post("/v1/things").by(writer).json(GOOD).send();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.location()).isEqualTo("/v1/things/7");
    }

    @Test
    void theCommandSaysWhoWhatAndWhichVersion() {
        var seen = http.post("/v1/things/7/closing")
                .by(writer)
                .key("key-number-1")
                .ifMatch(7)
                .send()
                .json();
        assertThat(seen.path("actor").asString()).isEqualTo("user:wanda");
        assertThat(seen.path("key").asString()).isEqualTo("key-number-1");
        assertThat(seen.path("expectedVersion").asLong()).isEqualTo(7);
    }

    @Test
    void aPostNeedsAKey() {
        var creating =
                http.post("/v1/things").withoutKey().by(writer).json(GOOD).send();
        var changing = http.post("/v1/things/7/closing")
                .withoutKey()
                .by(writer)
                .ifMatch(1)
                .send();
        assertThat(creating.status()).isEqualTo(400);
        assertThat(creating.problem()).isEqualTo("idempotency-key-missing");
        assertThat(changing.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void aPutNeedsNoKey() {
        assertThat(http.put("/v1/things/7").by(writer).ifMatch(1).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short12", "with a space in it"})
    void aMalformedKeyIsRefused(String key) {
        var answer = http.post("/v1/things").by(writer).key(key).json(GOOD).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void aKeyOf129CharactersIsRefused() {
        assertThat(http.post("/v1/things")
                        .by(writer)
                        .key("k".repeat(129))
                        .json(GOOD)
                        .send()
                        .problem())
                .isEqualTo("idempotency-key-malformed");
        assertThat(http.post("/v1/things")
                        .by(writer)
                        .key("k".repeat(128))
                        .json(GOOD)
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        var answer = http.put("/v1/things/7").by(writer).send();
        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.problem()).isEqualTo("if-match-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"07\"", "\"9999999999999999999\"", "\"abc\""})
    void aMalformedVersionIsRefused(String tag) {
        var answer = http.put("/v1/things/7").by(writer).header("If-Match", tag).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("if-match-malformed");
    }

    @Test
    void theFingerprintTellsRequestsApartByAddressQueryTypeAndBody() {
        String same = fingerprint("/v1/things/7", "application/json", "{}");
        assertThat(fingerprint("/v1/things/7", "application/json", "{}"))
                .isEqualTo(same)
                .matches("[0-9a-f]{64}");
        assertThat(fingerprint("/v1/things/8", "application/json", "{}")).isNotEqualTo(same);
        assertThat(fingerprint("/v1/things/7?a=b", "application/json", "{}")).isNotEqualTo(same);
        assertThat(fingerprint("/v1/things/7", "application/x+json", "{}")).isNotEqualTo(same);
        assertThat(fingerprint("/v1/things/7", "application/json", "{ }")).isNotEqualTo(same);
    }

    private String fingerprint(String address, String type, String body) {
        return http.put(address)
                .by(writer)
                .ifMatch(7)
                .body(type, body.getBytes(StandardCharsets.UTF_8))
                .send()
                .json()
                .path("fingerprint")
                .asString();
    }
}
