package org.trustedtrader.benefits.entrance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.env.Environment;
import org.trustedtrader.platform.security.AccessTable;
import org.trustedtrader.platform.security.CallerAuthenticator;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.RawHttp;
import org.trustedtrader.platform.test.TestTokens;

/**
 * The lane admits exactly whom the standard chain admits: every row of the table and every method is asked of both by every
 * kind of caller, twice of the lane, so that a remembered token decides no otherwise than a new one.
 */
class EntranceAccessIT extends BothServers {

    private static final String NOWHERE = "/v1/nowhere";
    private static final String GATES =
            "GET /v1/eligibility/{scheme}/{id}, POST /v1/eligibility/batch, POST /v1/crossings";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Map<String, String> BODIES = Map.of(
            BATCH, "{\"items\":[{\"scheme\":\"BN9\",\"id\":\"555666773\"}]}", CROSSINGS, """
                    {"port":"0453","mode":"HIGHWAY","direction":"INTO_CANADA","arrivalAt":"%s","carrierCode":"77YY",
                     "importers":["987654324RM0001"],"originCountry":"US","regulatedGoods":false}""".formatted(Instant.now()));

    private final AccessTable table;

    EntranceAccessIT(Environment environment, CallerAuthenticator checks) {
        super(environment);
        this.table = checks.table();
    }

    @TestFactory
    Stream<DynamicTest> theHotRowsAreDecidedAlike() {
        return callers().entrySet().stream()
                .flatMap(caller -> Stream.of(SINGLE, BATCH, CROSSINGS)
                        .flatMap(path -> METHODS.stream()
                                .map(method -> dynamicTest(
                                        method + " " + path + " as " + caller.getKey(),
                                        () -> alike(method, path, caller.getValue())))));
    }

    private void alike(String method, String path, String authorization) {
        var body = method.equals("POST") ? BODIES.getOrDefault(path, "") : "";
        var headers = as(authorization, "Content-Type", "application/json", "Idempotency-Key", "key-of-a-test");
        var expected = comparable(ordinarily(method, path, headers, body));
        for (int i = 0; i < 2; i++) {
            assertThat(comparable(atTheEntrance(method, path, headers, body))).isEqualTo(expected);
        }
        assertThat(comparable(afterAnother(method, path, headers, body))).isEqualTo(expected);
    }

    /** On a connection on which a border system has asked before, whose token is known there. */
    private RawHttp.Answer afterAnother(String method, String path, Map<String, String> headers, String body) {
        try (var http = RawHttp.to(entrancePort())) {
            http.send(RawHttp.request("GET", SINGLE, as(bearer(Caller.BORDER_SYSTEM)), ""));
            assertThat(http.answer().status()).isEqualTo(200);
            return http.send(RawHttp.request(method, path, headers, body)).answer(method.equals("HEAD"));
        }
    }

    /** The second token is new to the service, so it is checked aside while the first one is known on the connection. */
    @Test
    void aCallerIsNeverTakenForAnotherOnTheSameConnection() {
        var stranger = as(bearer(TestTokens.client("border-windsor")));
        var border = as(bearer(border().expiresIn(java.time.Duration.ofSeconds(251))));
        try (var http = RawHttp.to(entrancePort())) {
            for (int i = 0; i < 2; i++) {
                assertThat(http.send(RawHttp.request("GET", SINGLE, stranger, ""))
                                .answer()
                                .status())
                        .isEqualTo(403);
            }
            assertThat(http.send(RawHttp.request("GET", SINGLE, border, ""))
                            .answer()
                            .status())
                    .isEqualTo(200);
            assertThat(http.send(RawHttp.request("GET", SINGLE, stranger, ""))
                            .answer()
                            .status())
                    .isEqualTo(403);
        }
    }

    @TestFactory
    Stream<DynamicTest> noOtherRowExistsThere() {
        var paths = Stream.concat(
                table.rows().stream()
                        .filter(row -> !GATES.contains(row.method() + " " + row.pattern()))
                        .map(row -> row.pattern()
                                .getPatternString()
                                .replace("**", "parked")
                                .replaceAll("\\{[a-z0-9]+}", "123456782"))
                        .filter(path -> !path.startsWith("/v1/eligibility/") && !path.startsWith("/v1/crossings")),
                Stream.of("/", "/actuator/health", "/error", "/V1/crossings", "/v1/crossing"));
        return paths.distinct()
                .flatMap(path -> callers().entrySet().stream()
                        .map(caller -> dynamicTest(path + " as " + caller.getKey(), () -> {
                            var headers = as(caller.getValue());
                            var nothing = comparable(ordinarily("GET", NOWHERE, headers, ""))
                                    .replace(NOWHERE, path);
                            assertThat(comparable(atTheEntrance("GET", path, headers, "")))
                                    .isEqualTo(nothing);
                            assertThat(atTheEntrance("POST", path, headers, "").status())
                                    .isEqualTo(ordinarily("POST", NOWHERE, headers, "")
                                            .status());
                        })));
    }

    private static Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        for (var caller : Caller.values()) {
            callers.put(caller.name(), bearer(caller));
        }
        callers.put("a border system of another issuer", bearer(border().wrongIssuer()));
        callers.put("a border system's identity token", bearer(border().type("ID")));
        callers.put("a border system's refresh token", bearer(border().type("Refresh")));
        callers.put("a forged border system", bearer(border().forged()));
        callers.put(
                "a border system that has just expired", bearer(border().expiresIn(java.time.Duration.ofSeconds(-31))));
        callers.put(
                "a border system within the grace of clocks",
                bearer(border().expiresIn(java.time.Duration.ofSeconds(-5))));
        callers.put("a border system without roles", bearer(TestTokens.client("border-windsor")));
        callers.put("a border system that writes bearer small", "bearer " + border().token());
        callers.put("a token after two blanks", "Bearer  " + border().token());
        callers.put("a token with something after it", bearer(border()) + " x");
        callers.put("a token with a letter changed", bearer(border()).replaceFirst("\\.e", ".f"));
        callers.put("a token without its signature", bearer(border()).replaceFirst("[^.]*$", ""));
        callers.put("no token at all", "Bearer ");
        callers.put("a made-up token", "Bearer a.b.c");
        callers.put("a name and a password", "Basic Ym9yZGVyOmJvcmRlcg==");
        return callers;
    }

    private static TestTokens border() {
        return TestTokens.client("border-windsor").roles("border-system");
    }

    private static String bearer(TestTokens tokens) {
        return "Bearer " + tokens.token();
    }
}
