package org.trustedtrader.gateway.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.trustedtrader.gateway.support.Wire;

/** However a question is written, the caller and the service see what they would see without the short way. */
class ShortWayRequestsIT extends TwoWays {

    private static final String HOST = "Host: border\r\n";
    private static final String TRACE = "%032x";

    @Value("${local.management.port}")
    private int managementPort;

    private final String border = bearer(border().build());

    @BeforeEach
    void theTokenIsKnown() {
        assertThat(ask("GET", QUESTION, HOST + border + UNUSUAL).answer()).startsWith("200");
        assertThat(ask("GET", QUESTION, HOST + border).shortly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept: */*",
                "Accept: application/json\r\nAccept: text/html",
                "Accept-Language: fr-CA, fr;q=0.8",
                "Accept-Encoding: gzip",
                "Connection: keep-alive",
                "User-Agent: lane/7 (Windsor)",
                "Forwarded: for=10.0.0.1;host=evil;proto=https",
                "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 1",
                "X-Real-IP: 10.0.0.1\r\nX-Request-Id: 7",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\ntracestate: a=b",
                "traceparent: nonsense"
            })
    void theseHeadersTakeTheShortWay(String header) {
        alike("GET", QUESTION, HOST + border + (header.isEmpty() ? "" : header + "\r\n"), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User: root",
                "X-Roles: officer",
                "Cookie: a=b",
                "Origin: http://evil.example",
                "If-None-Match: \"7\"",
                "Range: bytes=0-1",
                "Content-Length: 0",
                "Content-Type: application/json",
                "Expect: 100-continue",
                "Connection: close",
                "Connection: keep-alive, Accept",
                "Connection: keep-alive\r\nConnection: X-User",
                "Upgrade: h2c",
                "TE: trailers",
                "Host: other",
                "Accept: \u0001",
                "Accept: \u00e9",
                "X-Forwarded-For: \u0080",
                "traceparent: a\r\ntraceparent: b"
            })
    void theseHeadersAreReadByTheFilters(String header) {
        alike("GET", QUESTION, HOST + border + header + "\r\n", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: 127.0.0.1", "Host: localhost:65535", "Host: a-b.example.org:1"})
    void theseHostsAreUsual(String host) {
        alike("GET", QUESTION, host + "\r\n" + border, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:\r\n",
                "Host: [::1]\r\n",
                "Host: a:65536\r\n",
                "Host: a:+1\r\n",
                "Host: a:\r\n",
                "Host: a/b\r\n",
                "Host: a@b\r\n",
                "Host: a b\r\n",
                "Host: a_b\r\n"
            })
    void theseAreNot(String host) {
        alike("GET", QUESTION, host + border, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?benefit=FAST_LANE", "?at=2026-11-23T14:00:00Z&minVersion=7", "?a=1&a=&b=-"})
    void theseQueriesTakeTheShortWay(String query) {
        alike("GET", QUESTION + query, HOST + border, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?at=2026-11-23T14:00:00%2B02:00",
                "?at=2026-11-23T14:00:00+02:00",
                "?",
                "?a",
                "?a=b=c",
                "?=b",
                "?a=b&",
                "?&a=b",
                "?a=b&&c=d",
                "?access_token=x",
                "?a=%00",
                "?a=%",
                "?a=/../b",
                "?a=\"",
                "?a=|",
                "?a=\u00e9",
                "#x"
            })
    void theseAreReadByTheFilters(String query) {
        alike("GET", QUESTION + query, HOST + border, false);
    }

    @Test
    void anotherVersionOfHttpIsReadByTheFilters() {
        try (Wire wire = new Wire(port)) {
            long before = way.taken();
            assertThat(wire.send("GET " + QUESTION + " HTTP/1.0\r\n" + HOST + border + "\r\n")
                            .answer(false)
                            .status())
                    .isEqualTo(200);
            assertThat(way.taken()).isEqualTo(before);
        }
    }

    @Test
    void aServiceThatIsLateIs504OnBothWays() {
        alike("GET", "/v1/eligibility/bn15/late", HOST + border, true);
        assertThat(ask("GET", "/v1/eligibility/bn15/late", HOST + border).answer())
                .startsWith("504")
                .contains("urn:ttp:problem:timeout");
    }

    @Test
    void healthHasAPortOfItsOwn() {
        long before = way.taken();
        try (Wire wire = new Wire(managementPort)) {
            assertThat(wire.send("GET " + QUESTION + " HTTP/1.1\r\n" + HOST + border + "\r\n")
                            .answer(false)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(way.taken()).isEqualTo(before);
    }

    /** A question with a body behind it, sent in one piece with what comes next: nobody takes the one for the other. */
    @Test
    void aBodyIsNeverTakenForARequest() {
        String hidden = "GET /v1/eligibility/bn15/hidden HTTP/1.1\r\n" + HOST + border + "\r\n";
        try (Wire wire = new Wire(port)) {
            wire.send("GET " + QUESTION + " HTTP/1.1\r\n" + HOST + border + "Content-Length: " + hidden.length()
                    + "\r\n\r\n" + hidden);
            wire.send(numbered("/v1/ports", 9, ""));
            assertThat(wire.answer(false).status()).isEqualTo(200);
            assertThat(wire.answer(false).headers()).containsEntry("trace-id", TRACE.formatted(9));
        }
    }

    @Test
    void answersLeaveInTheOrderOfTheirRequests() {
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            targets.addAll(List.of(QUESTION, QUESTION, "/v1/ports", QUESTION, "/v1/nowhere/7", "/v1/ports"));
        }
        StringBuilder all = new StringBuilder();
        IntStream.range(0, targets.size()).forEach(i -> all.append(numbered(targets.get(i), i + 1, "")));
        long before = way.taken();
        try (Wire wire = new Wire(port)) {
            wire.send(all.toString());
            for (int i = 0; i < targets.size(); i++) {
                Wire.Answer answer = wire.answer(false);
                assertThat(answer.headers()).containsEntry("trace-id", TRACE.formatted(i + 1));
                assertThat(answer.status()).isEqualTo(targets.get(i).contains("nowhere") ? 404 : 200);
            }
        }
        assertThat(way.taken()).isGreaterThan(before);
    }

    /** Right after an answer of the web server the next question may go there too: its last byte was sent before it was done. */
    @Test
    void bothWaysTakeTurnsOnOneConnection() {
        long taken = way.taken();
        try (Wire wire = new Wire(port)) {
            for (int i = 1; i <= 40; i++) {
                boolean usual = i % 5 == 0 || i % 7 == 0;
                long before = way.taken();
                wire.send(numbered(i % 5 == 0 ? "/v1/ports" : QUESTION, i, i % 7 == 0 ? UNUSUAL : ""));
                assertThat(wire.answer(false).headers()).containsEntry("trace-id", TRACE.formatted(i));
                assertThat(way.taken() - before).isBetween(0L, usual ? 0L : 1L);
            }
        }
        assertThat(way.taken() - taken).isGreaterThan(10);
    }

    private String numbered(String target, int number, String more) {
        return "GET " + target + " HTTP/1.1\r\n" + HOST + border + more + "traceparent: 00-" + TRACE.formatted(number)
                + "-b7ad6b7169203331-01\r\n\r\n";
    }

    private void alike(String method, String target, String headers, boolean shortly) {
        Seen expected = ask(method, target, headers + UNUSUAL);
        Seen seen = ask(method, target, headers);

        assertThat(seen.told()).isEqualTo(expected.told());
        assertThat(seen.shortly()).isEqualTo(shortly);
    }
}
