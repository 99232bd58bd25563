package org.trustedtrader.benefits.entrance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.env.Environment;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.RawHttp;

/** However a question is written, the lane gives the standard chain's answer; what could mean two things it refuses. */
class EntranceRequestsIT extends BothServers {

    private static final String AUTHORIZATION = bearer(Caller.BORDER_SYSTEM);
    private static final Map<String, String> JSON = as(AUTHORIZATION, "Content-Type", "application/json");

    private final Clock clock;
    private final EntranceMetrics metrics;

    EntranceRequestsIT(Environment environment, Clock clock, EntranceMetrics metrics, BorderStatus memory) {
        super(environment);
        this.clock = clock;
        this.metrics = metrics;
        var longAgo = clock.instant().minus(Duration.ofDays(60));
        memory.apply(TraderFixtures.carrier(1, longAgo));
        memory.apply(TraderFixtures.carrierIs(MembershipStatus.ACTIVE, 1, longAgo));
        memory.apply(TraderFixtures.importer(1, longAgo));
    }

    @TestFactory
    Stream<DynamicTest> addressesAreReadAlike() {
        return Stream.of(
                        SINGLE,
                        "/v1/eligibility/BN15/987654324RM0001",
                        "/v1/eligibility/Bn15/987654324RM0001",
                        "/v1/eligibility/carrier-code/77YY",
                        "/v1/eligibility/carrier-code/77yy",
                        "/v1/eligibility/carrier-code/77YY%20",
                        "/v1/eligibility/carrier-code/%37%37YY",
                        "/v1/eligibility/carrier%2Dcode/77YY",
                        "/v1/eligibility/carrier-code/77Y%CE%A5",
                        "/v1/eligibility/carrier-code/" + "x".repeat(300),
                        "/v1/eligibility/driver-card/FAST00012345",
                        "/v1/eligibility/nonsense/77YY",
                        "/v1/eligibility/batch",
                        "/v1/eligibility/batch/77YY",
                        "/v1/eligibility/carrier-code",
                        "/v1/eligibility/",
                        "/v1/eligibility",
                        "/v1/eligibility/carrier-code/77YY/",
                        "/v1/eligibility/carrier-code/77YY/more",
                        "/v1/Eligibility/carrier-code/77YY",
                        "/v1/eligibility//77YY",
                        "//v1/eligibility/carrier-code/77YY",
                        "/v1/eligibility/carrier-code/77YY;x=y",
                        "/v1/eligibility;x=y/carrier-code/77YY",
                        "/v1/eligibility/carrier-code/77YY%3Bx",
                        "/v1/eligibility/carrier-code/..%2fports",
                        "/v1/eligibility/../ports",
                        "/v1/eligibility/carrier-code/../../ports",
                        "/v1/eligibility/./carrier-code/77YY",
                        "/v1/eligibility/%2e%2e/ports",
                        "/v1/eligibility/carrier-code/77%2FYY",
                        "/v1/eligibility/carrier-code/77%5CYY",
                        "/v1/eligibility/carrier-code/77%25YY",
                        "/v1/eligibility/carrier-code/77%00YY",
                        "/v1/eligibility/carrier-code/77%0aYY",
                        "/v1/eligibility/carrier-code/77+YY",
                        "/v1/eligibility/carrier-code/77~Y",
                        "/v1/eligibility/carrier-code/77YY?",
                        "/v1/eligibility/carrier-code/77YY?x=1",
                        "/v1/eligibility/carrier-code/77YY?benefit=FAST_LANE",
                        "/v1/eligibility/carrier-code/77YY?benefit=fast_lane",
                        "/v1/eligibility/carrier-code/77YY?benefit=NONE",
                        "/v1/eligibility/carrier-code/77YY?benefit=",
                        "/v1/eligibility/carrier-code/77YY?benefit=FAST_LANE&benefit=MRA_RECOGNITION",
                        "/v1/eligibility/carrier-code/77YY?benefit=%46AST_LANE",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-20T10:00:00Z",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-20T10:00:00.5Z&benefit=FAST_LANE",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-20T10%3A00%3A00Z",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-20T10:00:00+01:00",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-31T10:00:00Z",
                        "/v1/eligibility/carrier-code/77YY?at=1999-11-20T10:00:00Z",
                        "/v1/eligibility/carrier-code/77YY?at=2099-11-20T10:00:00Z",
                        "/v1/eligibility/carrier-code/77YY?at=1790000000",
                        "/v1/eligibility/carrier-code/77YY?at=",
                        "/v1/eligibility/carrier-code/77YY?at=2026-11-20T10:00:00Z&at=2026-11-20T10:00:00Z",
                        "/v1/eligibility/carrier-code/77YY?access_token=x",
                        "/v1/crossings",
                        "/v1/crossings/",
                        "/v1/crossings/x",
                        "/v1/crossings#x",
                        "/v1/eligibility/carrier-code/77YY#",
                        "/v1/eligibility/carrier-code/77YY#/../../ports",
                        "/v1/eligibility/carrier-code/77YY?benefit=FAST_LANE#x",
                        "#/v1/eligibility/carrier-code/77YY",
                        "/v1/ports/../eligibility/carrier-code/77YY")
                .map(target -> dynamicTest(target, () -> {
                    for (var headers : List.of(as(AUTHORIZATION), as(""))) {
                        var entrance = atTheEntrance("GET", target, headers, "");
                        var ordinary = ordinarily("GET", target, headers, "");
                        if (ordinary.status() == 400 && ordinary.body().contains(":malformed-")) {
                            assertThat(entrance.status()).isEqualTo(400);
                            assertThat(entrance.body()).contains(":malformed-address");
                        } else {
                            assertThat(comparable(entrance)).isEqualTo(comparable(ordinary));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> headersAreReadAlike() {
        return Stream.of(
                        as(AUTHORIZATION, "Accept", "*/*"),
                        as(AUTHORIZATION, "Accept", "application/json"),
                        as(AUTHORIZATION, "Accept", "text/html"),
                        as(AUTHORIZATION, "Accept", "text/html, application/json;q=0.5"),
                        as(AUTHORIZATION, "Accept", "application/problem+json"),
                        as(AUTHORIZATION, "Accept", "nonsense"),
                        as(AUTHORIZATION, "Origin", "https://elsewhere.example"),
                        as(AUTHORIZATION, "X-HTTP-Method-Override", "DELETE"),
                        as(AUTHORIZATION, "Accept-Language", "fr-CA, en;q=0.5"),
                        as(AUTHORIZATION, "Accept-Language", "en,fr,de,es,it,pt,nl,sv,da,fi,no"),
                        as(AUTHORIZATION, "Accept-Language", "%%%"),
                        as("", "Accept-Language", "fr"),
                        as("Bearer a.b.c", "Accept-Language", "fr"),
                        as(AUTHORIZATION, "Content-Type", "text/plain"))
                .map(headers -> dynamicTest(
                        headers.toString().replace(AUTHORIZATION, "…"),
                        () -> assertThat(comparable(atTheEntrance("GET", SINGLE, headers, "")))
                                .isEqualTo(comparable(ordinarily("GET", SINGLE, headers, "")))));
    }

    @TestFactory
    Stream<DynamicTest> bodiesAreReadAlike() {
        var batch =
                "{\"at\":null,\"benefit\":\"FAST_LANE\",\"items\":[{\"scheme\":\"CARRIER_CODE\",\"id\":\"77YY\"},{},"
                        + "{\"scheme\":null,\"id\":\"é\\u00e9\"},{\"id\":\"" + "x".repeat(65)
                        + "\",\"scheme\":\"BN9\"}]}";
        var plain =
                "{\"items\":[{\"scheme\":\"CARRIER_CODE\",\"id\":\"77YY\"},{\"scheme\":\"BN15\",\"id\":\"987654324RM0001\"}]}";
        var crossing = crossing().replace("}", ",\"driverCard\":\"FAST00012345\",\"seal\":\"BROKEN\",\"asOf\":null}");
        return Stream.of(
                        alike(
                                BATCH,
                                List.of(
                                        batch,
                                        plain,
                                        "",
                                        " ",
                                        "[]",
                                        "null",
                                        "{\"items\":[]}",
                                        "{\"items\":null}",
                                        "\ufeff" + plain)),
                        alike(
                                CROSSINGS,
                                List.of(crossing(), crossing, crossing().replace("77YY", "77yy"))),
                        mutations(BATCH, plain, 60),
                        mutations(CROSSINGS, crossing, 120))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> alike(String path, List<String> bodies) {
        return bodies.stream()
                .map(body -> dynamicTest(
                        path + " " + body,
                        () -> assertThat(comparable(atTheEntrance("POST", path, JSON, body)))
                                .isEqualTo(comparable(ordinarily("POST", path, JSON, body)))));
    }

    /** Pieces of a right body left out, doubled or put elsewhere: nearly right is where readers differ. */
    private Stream<DynamicTest> mutations(String path, String body, int count) {
        var random = new Random(16);
        var bodies = IntStream.range(0, count).mapToObj(_ -> {
            int from = random.nextInt(body.length());
            int to = Math.min(body.length(), from + 1 + random.nextInt(12));
            var piece = body.substring(from, to);
            var rest = body.substring(0, from) + body.substring(to);
            return switch (random.nextInt(4)) {
                case 0 -> rest;
                case 1 -> body.substring(0, to) + piece + body.substring(to);
                case 2 ->
                    new StringBuilder(rest)
                            .insert(random.nextInt(rest.length()), piece)
                            .toString();
                default -> body.substring(0, from) + "\"1{]null,".charAt(random.nextInt(8)) + body.substring(from + 1);
            };
        });
        return alike(path, bodies.distinct().toList());
    }

    @Test
    void aLongBatchIsAnsweredInOrderAndOneItemMoreIsRefused() {
        var long3000 = items(3_000);
        var entrance = atTheEntrance("POST", BATCH, JSON, long3000);
        assertThat(entrance.status()).isEqualTo(200);
        assertThat(comparable(entrance)).isEqualTo(comparable(ordinarily("POST", BATCH, JSON, long3000)));
        var tooLong = items(3_001);
        assertThat(comparable(atTheEntrance("POST", BATCH, JSON, tooLong)))
                .isEqualTo(comparable(ordinarily("POST", BATCH, JSON, tooLong)))
                .startsWith("422");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedInTheSameWords() {
        var body = "{\"items\":[" + " ".repeat(1_100_000) + "]}";
        assertThat(comparable(atTheEntrance("POST", BATCH, JSON, body)))
                .isEqualTo(comparable(ordinarily("POST", BATCH, JSON, body)))
                .startsWith("413");
    }

    @Test
    void aTraceIsContinued() {
        var id = "4bf92f3577b34da6a3ce929d0e0e4736";
        var headers = as(AUTHORIZATION, "traceparent", "00-" + id + "-00f067aa0ba902b7-01");
        assertThat(atTheEntrance("GET", SINGLE, headers, "").headers()).containsEntry("trace-id", id);
        assertThat(atTheEntrance("GET", SINGLE, as("", "traceparent", "00-" + id + "-00f067aa0ba902b7-01"), "")
                        .body())
                .contains(id);
    }

    @Test
    void plainQuestionsDoNotReachTheOrdinaryChain() {
        atTheEntrance("GET", SINGLE, as(AUTHORIZATION), "");
        var before = metrics.passedOn.sum();
        var answered = metrics.answered.sum();
        atTheEntrance("GET", SINGLE + "?benefit=FAST_LANE", as(AUTHORIZATION), "");
        atTheEntrance("POST", BATCH, JSON, items(200));
        atTheEntrance("POST", CROSSINGS, JSON, crossing());
        assertThat(metrics.passedOn.sum()).isEqualTo(before);
        assertThat(metrics.answered.sum()).isEqualTo(answered + 3);
    }

    @Test
    void requestsInOneGoAreAnsweredInTheirOrder() {
        var all = new StringBuilder();
        var expected = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            var id = "%09d".formatted(i);
            switch (i % 4) {
                case 0 -> all.append(RawHttp.request("GET", "/v1/eligibility/bn9/" + id, as(AUTHORIZATION), ""));
                case 1 ->
                    all.append(RawHttp.request("GET", "/v1/eligibility/bn9/" + id + "%20", as(AUTHORIZATION), ""));
                case 2 ->
                    all.append(RawHttp.request("GET", "/v1/eligibility/bn9/" + id, as(bearer(Caller.AUDITOR)), ""));
                default ->
                    all.append(RawHttp.request(
                            "GET", "/v1/eligibility/bn9/" + id + "?at=2026-11-20T10:00:00Z", as(AUTHORIZATION), ""));
            }
            expected.append(id).append(i % 4 == 1 ? " " : "").append('\n');
        }
        try (var http = RawHttp.to(entrancePort()).send(all.toString())) {
            var got = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                got.append(http.answer().json().get("id").asString()).append('\n');
            }
            assertThat(got).hasToString(expected.toString());
        }
    }

    @Test
    void aRequestInManySmallPiecesIsAnswered() {
        var text = RawHttp.request("POST", BATCH, JSON, items(2));
        try (var http = RawHttp.to(entrancePort())) {
            for (int i = 0; i < text.length(); i += 7) {
                http.send(text.substring(i, Math.min(text.length(), i + 7)));
            }
            assertThat(http.answer().status()).isEqualTo(200);
            assertThat(http.send(RawHttp.request("GET", SINGLE, as(AUTHORIZATION), ""))
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyInChunksIsRead() {
        var body = items(2);
        var text = "POST " + BATCH + " HTTP/1.1\r\nHost: b\r\nAuthorization: " + AUTHORIZATION
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(10) + "\r\n" + body.substring(0, 10) + "\r\n"
                + Integer.toHexString(body.length() - 10) + "\r\n" + body.substring(10) + "\r\n0\r\n\r\n";
        try (var http = RawHttp.to(entrancePort()).send(text)) {
            assertThat(http.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverWaitsToBeToldToSendIsTold() {
        var body = items(2);
        var head = RawHttp.request(
                "POST", BATCH, as(AUTHORIZATION, "Content-Type", "application/json", "Expect", "100-continue"), body);
        try (var http = RawHttp.to(entrancePort()).send(head.substring(0, head.length() - body.length()))) {
            assertThat(http.answer().status()).isEqualTo(100);
            assertThat(http.send(body).answer().status()).isEqualTo(200);
        }
        try (var http = RawHttp.to(entrancePort())
                .send(head.replace(AUTHORIZATION, "Bearer x.y.z").substring(0, 200) + "\r\n\r\n")) {
            assertThat(http.answer().status()).isIn(400, 401);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatMayBeTakenForTwoRequestsIsRefusedAndEndsTheConnection() {
        var get = "GET " + SINGLE + " HTTP/1.1\r\n";
        var post = "POST " + BATCH + " HTTP/1.1\r\n";
        var host = "Host: b\r\nAuthorization: " + AUTHORIZATION + "\r\nContent-Type: application/json\r\n";
        var body = items(1);
        var length = "Content-Length: " + body.length() + "\r\n";
        var chunked = "Transfer-Encoding: chunked\r\n";
        var chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        return Map.ofEntries(
                        Map.entry("two lengths", post + host + length + "Content-Length: 3\r\n\r\n" + body),
                        Map.entry("the same length twice", post + host + length + length + "\r\n" + body),
                        Map.entry("lengths in a list", post + host + "Content-Length: 3, 3\r\n\r\n" + body),
                        Map.entry("a signed length", post + host + "Content-Length: +3\r\n\r\n" + body),
                        Map.entry("a negative length", post + host + "Content-Length: -3\r\n\r\n" + body),
                        Map.entry(
                                "an endless length",
                                post + host + "Content-Length: 99999999999999999999\r\n\r\n" + body),
                        Map.entry("chunks twice", post + host + chunked + chunked + "\r\n" + chunks),
                        Map.entry(
                                "another encoding", post + host + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunks),
                        Map.entry("an unknown encoding", post + host + "Transfer-Encoding: xchunked\r\n\r\n" + chunks),
                        Map.entry(
                                "a chunk that is no number",
                                post + host + chunked + "\r\nzz\r\n" + body + "\r\n0\r\n\r\n"),
                        Map.entry(
                                "a chunk that is too short",
                                post + host + chunked + "\r\n5\r\n" + body + "\r\n0\r\n\r\n"),
                        Map.entry("a folded first header", get + " " + host + "\r\n"),
                        Map.entry("a blank before a colon", get + host + "X-Blank : a\r\n\r\n"),
                        Map.entry("a header without a name", get + host + ": a\r\n\r\n"),
                        Map.entry("a NUL in a header", get + host + "X-Nul: a\u0000b\r\n\r\n"),
                        Map.entry("a NUL in the address", get.replace("bn15", "bn\u000015") + host + "\r\n"),
                        Map.entry("a bare carriage return", get + host + "X-Cr: a\rb\r\n\r\n"),
                        Map.entry("bare line feeds", (get + host + "\r\n").replace("\r\n", "\n")),
                        Map.entry(
                                "no host",
                                "GET " + SINGLE + " HTTP/1.1\r\nAuthorization: " + AUTHORIZATION + "\r\n\r\n"),
                        Map.entry("two hosts", get + host + "Host: c\r\n\r\n"),
                        Map.entry("a whole address", "GET http://b" + SINGLE + " HTTP/1.1\r\n" + host + "\r\n"),
                        Map.entry("a fragment", get.replace("RM0001", "RM0001#x") + host + "\r\n"),
                        Map.entry("an asterisk", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n"),
                        Map.entry("a tunnel", "CONNECT b:443 HTTP/1.1\r\n" + host + "\r\n"),
                        Map.entry("an old protocol", "GET " + SINGLE + " HTTP/1.0\r\n" + host + "\r\n"),
                        Map.entry("a new protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                        Map.entry("no protocol", "GET " + SINGLE + "\r\n" + host + "\r\n"),
                        Map.entry("an expectation", get + host + "Expect: miracles\r\n\r\n"),
                        Map.entry(
                                "an address of pages",
                                "GET /v1/eligibility/bn15/" + "1".repeat(5_000) + " HTTP/1.1\r\n" + host + "\r\n"),
                        Map.entry("headers of pages", get + host + "X-Long: " + "1".repeat(20_000) + "\r\n\r\n"))
                .entrySet()
                .stream()
                .map(request -> dynamicTest(request.getKey(), () -> {
                    var smuggled = RawHttp.request("GET", "/v1/eligibility/bn9/000000000", as(AUTHORIZATION), "");
                    try (var http = RawHttp.to(entrancePort()).send(request.getValue() + smuggled)) {
                        var answer = http.answer();
                        assertThat(answer.status()).isEqualTo(400);
                        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
                        assertThat(http.isAtItsEnd()).isTrue();
                    }
                }));
    }

    /** RFC 9112 section 6.3: the chunks count, and nothing after them is read as a request. */
    @Test
    void aLengthBesideChunksEndsTheConnectionWithItsAnswer() {
        var body = items(2);
        var chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        var smuggled = RawHttp.request("GET", "/v1/eligibility/bn9/000000000", as(AUTHORIZATION), "");
        for (var framing : List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n")) {
            var head = "POST " + BATCH + " HTTP/1.1\r\nHost: b\r\nAuthorization: " + AUTHORIZATION
                    + "\r\nContent-Type: application/json\r\n" + framing + "\r\n";
            try (var http = RawHttp.to(entrancePort()).send(head + chunks + smuggled)) {
                assertThat(http.answer().headers()).containsEntry("connection", "close");
                assertThat(http.isAtItsEnd()).isTrue();
            }
        }
    }

    /** The time that is asked about has two names, in an address, a batch and a crossing; none is ignored. */
    @TestFactory
    Stream<DynamicTest> theTimeHasTwoNames() {
        var longAgo = "2026-11-20T10:00:00Z";
        var later = "2026-11-21T10:00:00Z";
        return Stream.of(
                        "?asOf=" + longAgo,
                        "?at=" + longAgo,
                        "?asOf=" + longAgo + "&benefit=FAST_LANE",
                        "?asOf=" + longAgo + "&at=" + longAgo,
                        "?asOf=" + longAgo + "&asOf=" + later,
                        "?asof=" + longAgo,
                        "?as_of=" + longAgo,
                        "?asOf=",
                        "?asOf",
                        "?asOf=1790000000",
                        "?asOf=1999-01-01T00:00:00Z",
                        "?knownAt=" + longAgo,
                        "?knownAt=" + longAgo + "&asOf=" + longAgo,
                        "?x=%FF",
                        "?%FF=1",
                        "?asOf=%F0%9F",
                        "?benefit=%FF")
                .map(query -> dynamicTest(query, () -> {
                    var target = "/v1/eligibility/carrier-code/77YY" + query;
                    assertThat(comparable(atTheEntrance("GET", target, as(AUTHORIZATION), "")))
                            .isEqualTo(comparable(ordinarily("GET", target, as(AUTHORIZATION), "")));
                }));
    }

    @Test
    void theTimeAskedAboutIsTheTimeAnswered() {
        var longAgo = clock.instant().minus(Duration.ofDays(90)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        for (var name : List.of("asOf", "at")) {
            var answer = atTheEntrance(
                            "GET", "/v1/eligibility/carrier-code/77YY?" + name + "=" + longAgo, as(AUTHORIZATION), "")
                    .json();
            assertThat(answer.get("asOf").asString()).isEqualTo(longAgo.toString());
            assertThat(answer.get("outcome").asString()).isNotEqualTo("ELIGIBLE");
            var batch =
                    "{\"" + name + "\":\"" + longAgo + "\",\"items\":[{\"scheme\":\"CARRIER_CODE\",\"id\":\"77YY\"}]}";
            assertThat(atTheEntrance("POST", BATCH, JSON, batch)
                            .json()
                            .get("asOf")
                            .asString())
                    .isEqualTo(longAgo.toString());
        }
        var both = "{\"asOf\":\"" + longAgo + "\",\"at\":\"" + longAgo
                + "\",\"items\":[{\"scheme\":\"BN9\",\"id\":\"1\"}]}";
        assertThat(comparable(atTheEntrance("POST", BATCH, JSON, both)))
                .isEqualTo(comparable(ordinarily("POST", BATCH, JSON, both)))
                .startsWith("422");
    }

    @Test
    void twoAuthorizationsAreRefused() {
        var twice = "GET " + SINGLE + " HTTP/1.1\r\nHost: b\r\nAuthorization: " + AUTHORIZATION + "\r\nAuthorization: "
                + bearer(Caller.AUDITOR) + "\r\n\r\n";
        try (var http = RawHttp.to(entrancePort()).send(twice)) {
            assertThat(http.answer().status()).isEqualTo(400);
            assertThat(http.isAtItsEnd()).isTrue();
        }
    }

    private String crossing() {
        return """
                {"port":"0453","mode":"HIGHWAY","direction":"INTO_CANADA","arrivalAt":"%s","carrierCode":"77YY",\
                "importers":["987654324RM0001"],"originCountry":"US","regulatedGoods":false}""".formatted(clock.instant());
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"scheme\":\"BN9\",\"id\":\"%09d\"}".formatted(i))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }
}
