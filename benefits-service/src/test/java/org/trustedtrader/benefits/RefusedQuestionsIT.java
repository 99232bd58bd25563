package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                refused("no list of importers", "importers", null, 422, "importers"),
                refused(
                        "an importer twice",
                        "importers",
                        List.of("987654324RM0001", "987654324RM0001"),
                        422,
                        "importers"),
                refused("an importer that is null", "importers", Arrays.asList((String) null), 400, "importers"),
                refused("a carrier code of a page", "carrierCode", "X".repeat(5_000), 422, "carrierCode"),
                refused("a country in small letters", "originCountry", "us", 422, "originCountry"),
                refused("a country that does not exist", "originCountry", "XX", 422, "originCountry"),
                refused("regulated as text", "regulatedGoods", "no", 400, "regulatedGoods"),
                refused("regulated left out", "regulatedGoods", null, 422, "regulatedGoods"),
                refused("a day that is none", "arrivalAt", "2026-02-30T10:00:00Z", 400, "arrivalAt"),
                refused("a time without zone", "arrivalAt", "2026-11-30T10:00:00", 400, "arrivalAt"),
                refused("a time as a number", "arrivalAt", 1_790_000_000, 400, "arrivalAt"),
                refused("a year of five digits", "arrivalAt", "10000-01-01T00:00:00Z", 400, "arrivalAt"),
                refused("a seal by an unknown word", "seal", "OPEN", 400, "seal"),
                refused(
                        "501 importers",
                        "importers",
                        IntStream.range(0, 501)
                                .mapToObj("%09dRM0001"::formatted)
                                .toList(),
                        422,
                        "importers"),
                refused("importers as one text", "importers", "987654324RM0001", 400, "importers"),
                refused("an absurd number", "regulatedGoods", new BigDecimal("1e400"), 400, "regulatedGoods"),
                refused("a time long past", "arrivalAt", "1999-01-01T00:00:00Z", 422, "arrivalAt"),
                refused("a time far ahead", "arrivalAt", later(31), 422, "arrivalAt"),
                refused("an unknown field", "priority", "HIGH", 400, "priority"));
    }

    @Test
    void anEmptyConveyanceIsAnsweredButCarriesNoRegulatedGoods() {
        var empty = crossing(Map.of("importers", List.of()));
        assertThat(empty.status()).as(empty.text()).isEqualTo(200);
        assertThat(empty.text()).contains("EMPTY_CONVEYANCE");
        var loaded = crossing(Map.of("importers", List.of(), "regulatedGoods", true));
        assertThat(loaded.status()).isEqualTo(422);
        assertThat(loaded.text()).contains("importers");
    }

    @Test
    void aBrokenSealAMissingOneAndNoneReportedAreToldApart() {
        assertThat(crossing(Map.of("seal", "BROKEN")).text()).contains("SEAL_BROKEN", "\"selected\":true");
        assertThat(crossing(Map.of("seal", "NONE")).text()).contains("SEAL_MISSING");
        assertThat(crossing(Map.of()).text()).contains("SEAL_NOT_REPORTED");
        assertThat(crossing(Map.of("seal", "INTACT")).text()).doesNotContain("SEAL_");
    }

    /** Of each scheme what is nearly right, as a path has it. */
    @TestFactory
    Stream<DynamicTest> identifiers() {
        return Stream.of(
                        nearly(
                                "bn9",
                                "12345678",
                                "1234567890",
                                "12345678O",
                                "%20123456782",
                                "\u0661\u0662\u0663456782"),
                        nearly(
                                "bn15",
                                "123456782rm0001",
                                "123456782RM001",
                                "123456782RM0001%20",
                                "123456782\u0420\u041c0001"),
                        nearly("carrier-code", "77yy", "77Y", "77YYY", "77Y%20", "77Y\u03a5", "\uff17\uff17YY"),
                        nearly("tin", "us123", "US", "U1123", "US%2D123", "USA123456789012345", "\u0405S123"),
                        nearly(
                                "membership",
                                "PIP-0000000g",
                                "pip-00000000",
                                "PIP-0000000",
                                "PIP00000000",
                                "PIP\u201300000000"),
                        nearly(
                                "driver-card",
                                "FAST1",
                                "fast00012345",
                                "FAST000123456789",
                                "FAST%2000012345",
                                "F\u0391ST0012"))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> nearly(String scheme, String... ids) {
        var expected = scheme.equals("driver-card") ? "DRIVER_CARD_MALFORMED" : "MALFORMED_IDENTIFIER";
        return Stream.concat(Stream.of(ids), Stream.of("x".repeat(65), "%20"))
                .map(id -> DynamicTest.dynamicTest(scheme + " " + id, () -> {
                    var path = id.chars().allMatch(c -> c < 0x80) ? id : URLEncoder.encode(id, StandardCharsets.UTF_8);
                    var answer = question(scheme + "/" + path);
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                    assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> parameters() {
        return Stream.of(
                        new Said("at long past", "at=1999-01-01T00:00:00Z", 422, "at"),
                        new Said("at far ahead", "at=" + later(31), 422, "at"),
                        new Said("a year of five digits", "at=%2B10000-01-01T00:00:00Z", 400, "at"),
                        new Said("at without zone", "at=2026-11-30T10:00:00", 400, "at"),
                        new Said("at as a day", "at=2026-11-30", 400, "at"),
                        new Said("at as a number", "at=1790000000", 400, "at"),
                        new Said("knownAt in the future", "knownAt=" + later(1), 422, "knownAt"),
                        new Said("knownAt long past", "knownAt=1999-01-01T00:00:00Z", 422, "knownAt"),
                        new Said(
                                "knownAt and minVersion",
                                "minVersion=1&knownAt=" + later(-1),
                                422,
                                "exclude each other"),
                        new Said("a version that is none", "minVersion=-1", 422, "minVersion"),
                        new Said("an unknown benefit", "benefit=TELEPORT", 400, "benefit"),
                        new Said("a benefit in small letters", "benefit=fast_lane", 400, "benefit"))
                .map(said -> DynamicTest.dynamicTest(
                        said.what(), () -> said.check(question("carrier-code/77YY?" + said.asked()))));
    }

    @TestFactory
    Stream<DynamicTest> batches() {
        var item = "{\"scheme\":\"bn9\",\"id\":\"1\"}";
        return Stream.of(
                        new Said("no body", "", 400, "body"),
                        new Said("no object", "[]", 400, "errors"),
                        new Said("no items", "{}", 422, "items"),
                        new Said("0 items", "{\"items\":[]}", 422, "has no item"),
                        new Said(
                                "3,001 items",
                                "{\"items\":[" + String.join(",", Collections.nCopies(3_001, item)) + "]}",
                                422,
                                "more than 3000 items"),
                        new Said("items as one", "{\"items\":" + item + "}", 400, "items"),
                        new Said("an item that is null", "{\"items\":[null]}", 400, "items"),
                        new Said(
                                "an id as a number", "{\"items\":[{\"scheme\":\"bn9\",\"id\":1}]}", 400, "items[0].id"),
                        new Said("an unknown field", "{\"items\":[" + item + "],\"all\":true}", 400, "all"),
                        new Said("a field twice", "{\"items\":[" + item + "],\"items\":[]}", 400, "duplicate-field"),
                        new Said(
                                "an unknown benefit",
                                "{\"benefit\":\"TELEPORT\",\"items\":[" + item + "]}",
                                400,
                                "benefit"),
                        new Said("a benefit by number", "{\"benefit\":0,\"items\":[" + item + "]}", 400, "benefit"),
                        new Said("text after the end", "{\"items\":[" + item + "]} {}", 400, "malformed-json"),
                        new Said("half of it", "{\"items\":[" + item, 400, "malformed-json"),
                        new Said("a body of 2 MB", " ".repeat(2 << 20), 413, "too-large"))
                .map(said ->
                        DynamicTest.dynamicTest(said.what(), () -> said.check(post("application/json", said.asked()))));
    }

    private record Said(String what, String asked, int status, String mentioned) {
        void check(Http.Answer answer) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.problem()).isNotEmpty();
            assertThat(answer.text()).contains(mentioned);
        }
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        assertThat(post("text/plain", "{}").status()).isEqualTo(415);
        assertThat(post("application/xml", "<items/>").problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void anItemThatIsThereTwiceIsAnsweredTwiceAndTheSame() {
        var item = "{\"scheme\":\"carrier-code\",\"id\":\"77YY\"}";
        var answers = post("application/json", "{\"items\":[" + item + "," + item + "]}")
                .json()
                .get("answers");
        assertThat(answers.size()).isEqualTo(2);
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    @Test
    void anUnknownSchemeIsAnsweredWithItsReason() {
        for (var scheme : List.of("duns", "BN-15", "Carrier-Code", "x".repeat(300))) {
            var answer = question(scheme + "/77YY");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("UNKNOWN_SCHEME");
        }
    }

    @Test
    void aSchemeMayBeNamedInSmallLettersOrAsItsCode() {
        for (var schemes : List.of(List.of("carrier-code", "CARRIER_CODE"), List.of("driver-card", "DRIVER_CARD"))) {
            var small = question(schemes.get(0) + "/77YY").json();
            var code = question(schemes.get(1) + "/77YY").json();
            assertThat(code.get("outcome")).isEqualTo(small.get("outcome"));
            assertThat(code.get("reasons")).isEqualTo(small.get("reasons"));
            assertThat(code.at("/reasons/0/code").asString()).isNotEqualTo("UNKNOWN_SCHEME");
        }
        assertThat(question("carrier_code/77YY").json().at("/reasons/0/code").asString())
                .isEqualTo("UNKNOWN_SCHEME");
    }

    private Http.Answer question(String path) {
        return http.get("/v1/eligibility/" + path)
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .send();
    }

    private Http.Answer post(String type, String body) {
        return http.post("/v1/eligibility/batch")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .body(type, body.getBytes(StandardCharsets.UTF_8))
                .send();
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

    private DynamicTest refused(String what, String field, Object value, int status, String mentioned) {
        return DynamicTest.dynamicTest(what, () -> {
            Map<String, Object> change = new HashMap<>();
            change.put(field, value);
            var answer = crossing(change);
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.problem()).isNotEmpty();
            assertThat(answer.text()).contains(mentioned);
        });
    }

    private Http.Answer crossing(Map<String, Object> change) {
        Map<String, Object> question = new LinkedHashMap<>(Map.of(
                "port", "0453",
                "mode", "HIGHWAY",
                "direction", "INTO_CANADA",
                "arrivalAt", clock.instant().toString(),
                "carrierCode", "77YY",
                "importers", List.of("987654324RM0001"),
                "originCountry", "US",
                "regulatedGoods", false));
        question.putAll(change);
        return http.post("/v1/crossings")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .json(question)
                .send();
    }

    private String later(int days) {
        return clock.instant().plus(Duration.ofDays(days)).toString();
    }
}
