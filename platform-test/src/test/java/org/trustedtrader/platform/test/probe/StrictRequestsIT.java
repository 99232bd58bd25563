package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;

/** Whatever is wrong with a request before a controller runs is a 4xx that says what to do, and nothing for the error log. */
@ProbeIT
class StrictRequestsIT {

    private final Http http;
    private final int port;
    private final String writer = TestTokens.user("wanda").roles("writer").token();

    StrictRequestsIT(Http http, @LocalServerPort int port) {
        this.http = http;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "compnay=1,            unknown-parameter, compnay",
        "limit=5&offset=2,     unknown-parameter, offset",
        "Limit=5,              unknown-parameter, Limit",
        "limit=5&limit=6,      bad-parameter, limit",
        "colour=,              bad-parameter, colour",
        "colour,               bad-parameter, colour",
        "limit=0x10,           bad-parameter, limit",
        "limit=1%200,          bad-parameter, limit",
        "limit=99999999999999, bad-parameter, limit",
        "on=-999999999-01-01,  bad-parameter, on",
        "at=%2B999999999-01-01T00:00:00Z, bad-parameter, at",
        "open=on,              bad-parameter, open",
    })
    void aParameterIsKnownGivenOnceAndOfItsForm(String query, String type, String field) {
        var answer = http.get("/v1/things?" + query).by(writer).send();
        assertThat(answer.problem()).as(answer.text()).isEqualTo(type);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().path("detail").asString()).contains(field);
        assertThat(http.call("HEAD", "/v1/things?" + query).by(writer).send().status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownParameterIsToldTheKnownOnes() {
        assertThat(http.get("/v1/things?x=1").by(writer).send().text())
                .contains("known are: at, colour, colours, limit, name, on, open");
        assertThat(http.get("/v1/self?x=1").by(writer).send().text()).contains("this address has no parameters");
    }

    @Test
    void aCollectionIsGivenSeveralTimesAndEmptyWhereThatIsTheDefault() {
        assertThat(http.get("/v1/things?colours=RED&colours=GREEN&name=")
                        .by(writer)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=%FF", "limit=%F0%9F", "x=%FF", "%FF=1", "limit=%C0%AF", "a=%ED%A0%80", "limit=%00x%FF"})
    void whatIsNoUtf8IsAMalformedAddress(String query, CapturedOutput log) {
        var answer = http.get("/v1/things?" + query).by(writer).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-address");
        assertThat(log.getAll()).doesNotContain("unexpected exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/things?limit=%zz", "GET /v1/things?limit=%4", "GET /v1/things?limit=%"})
    void aBadPercentIsAMalformedRequest(String line) throws IOException {
        assertThat(raw(line + " HTTP/1.1\r\n" + signedIn() + "\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aParameterIsATextInNormalForm() {
        assertThat(http.get("/v1/things?name=Re%CC%81sume%CC%81")
                        .by(writer)
                        .send()
                        .text())
                .contains("R\u00e9sum\u00e9");
        var hidden = http.get("/v1/things?name=Acme%E2%80%AEx").by(writer).send();
        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.json().path("errors").path(0).path("field").asString())
                .isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "zz", "FFFFFFFFFFFFFFFF"})
    void aBadChunkIsTheCallersMistake(String chunk) throws IOException {
        assertThat(raw("POST /v1/things HTTP/1.1\r\n" + signedIn()
                        + "Content-Type: application/json\r\nIdempotency-Key: 12345678\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "\r\nabc\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void twoAuthorizationHeadersAreRefused(CapturedOutput log) throws IOException {
        var answer = raw("GET /v1/things HTTP/1.1\r\n" + signedIn() + "Authorization: Bearer x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:ttp:problem:duplicate-authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "application/xml",
                "application/cbor",
                "application/x-www-form-urlencoded",
                "application/vnd.x+json",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void aBodyIsJsonOrNothing(String type) {
        var answer = http.post("/v1/things")
                .by(writer)
                .body(type, "name: x".getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "text/html", "nonsense"})
    void anAnswerIsJsonAndACommandIsNotRunForAnythingElse(String type) {
        assertThat(http.get("/v1/things")
                        .by(writer)
                        .header("Accept", type)
                        .send()
                        .status())
                .isEqualTo(406);
        int before = ProbeController.CREATED.get();
        assertThat(http.post("/v1/notes")
                        .by(writer)
                        .header("Accept", type)
                        .json("{\"title\":\"x\",\"text\":\"y\"}")
                        .send()
                        .status())
                .isEqualTo(406);
        assertThat(ProbeController.CREATED).hasValue(before);
    }

    static Stream<Arguments> badTexts() {
        return Stream.of(
                Arguments.of("{\"title\":\"Maple\\ud800\",\"text\":\"y\"}", "title"),
                Arguments.of("{\"title\":\"x\",\"text\":\"a\\u202eb\"}", "text"),
                Arguments.of("{\"title\":\"x\",\"text\":\"a\\u0000b\"}", "text"),
                Arguments.of("{\"title\":\"\\u00a0\",\"text\":\"y\"}", "title"),
                Arguments.of("{\"title\":\"\\u3164\",\"text\":\"y\"}", "title"),
                Arguments.of("{\"title\":\"=cmd|x\",\"text\":\"y\"}", "title"),
                Arguments.of("{\"title\":\"a\\nb\",\"text\":\"y\"}", "title"),
                Arguments.of("{\"title\":\"x\",\"text\":\"...\"}", "text"),
                Arguments.of("{\"title\":\"x\",\"text\":\"y\",\"labels\":[\"a\",\"b\\u200b\"]}", "labels[1]"),
                Arguments.of("{\"title\":\"x\",\"text\":\"y\",\"values\":{\"k\":\"\\ufeff\"}}", "values.k"),
                Arguments.of("{\"title\":\"x\",\"text\":\"y\",\"tree\":{\"a\":[\"\\u2028\"]}}", "tree.a[0]"));
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("badTexts")
    void everyTextInABodyIsChecked(String body, String field) {
        var answer = http.post("/v1/notes").by(writer).json(body).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void textsAreStoredInNormalForm() {
        var answer = http.post("/v1/notes")
                .by(writer)
                .json(
                        "{\"title\":\"Re\u0301sume\u0301\",\"text\":\"a\\r\\nb\",\"labels\":[\"e\u0301\"],\"tree\":[\"e\u0301\"]}")
                .send();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("title").asString()).isEqualTo("R\u00e9sum\u00e9");
        assertThat(answer.json().path("text").asString()).isEqualTo("a\nb");
        assertThat(answer.json().path("labels").path(0).asString()).isEqualTo("\u00e9");
        assertThat(answer.json().path("tree").path(0).asString()).isEqualTo("\u00e9");
    }

    @Test
    void theApiIsDescribedForItsReader() {
        var api = http.get("/v3/api-docs").by(writer).send().json();
        assertThat(List.copyOf(api.path("paths").propertyNames()))
                .contains("/v1/things")
                .doesNotContain("/v1/approval", "/v1/records/{id}");
        var create = api.at("/paths/~1v1~1things/post/responses");
        assertThat(List.copyOf(create.propertyNames()))
                .contains("201", "400", "401", "403", "409", "413", "415", "422", "503")
                .doesNotContain("200");
        assertThat(create.at("/422/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/components/schemas/Problem/properties/errors").isMissingNode())
                .isFalse();
    }

    private String signedIn() {
        return "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + writer + "\r\n";
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
