package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;

@ProbeIT
class ProblemsIT {

    private static final String GOOD = """
            {"name":"n","count":1,"parts":[{"name":"p","weight":1.5}]}""";

    private final Http http;
    private final String writer = TestTokens.user("wanda").roles("writer").token();

    ProblemsIT(Http http) {
        this.http = http;
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, 404",
        "invalid-input, 422",
        "wrong-state, 409",
        "thing-incomplete, 409",
        "not-allowed, 403",
        "stale-version, 412",
        "idempotency-key-reused, 422",
        "already-exists, 409",
        "unavailable, 503"
    })
    void everyRefusalHasItsOwnTypeAndStatus(String kind, int status) {
        var answer = http.get("/v1/refusals/" + kind).by(writer).send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(kind);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).endsWith(".");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/v1/refusals/" + kind);
        assertThat(answer.json().path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isEqualTo(answer.header("Trace-Id"));
    }

    @Test
    void aRefusalNamesTheFields() {
        var errors =
                http.get("/v1/refusals/invalid-input").by(writer).send().json().path("errors");
        assertThat(errors.toString()).isEqualTo("""
                [{"field":"parts[0].name","message":"is too long"}]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/refusals/stale-version | Modifié depuis votre lecture  | Vous avez lu la version 3, mais",
                "/v1/refusals/wrong-state   | Impossible dans cet état      | Impossible de close dans l’état DRAFT",
                "/v1/things?limit=abc       | Un paramètre de l’adresse est incorrect | Le paramètre limit doit être un nombre",
                "/v1/nothing                | Introuvable                   | Il n’y a rien à cette adresse",
            })
    void aReaderOfFrenchIsAnsweredInFrench(String path, String title, String detail) {
        var answer = http.get(path)
                .by(writer)
                .header("Accept-Language", "fr-CA, en;q=0.8")
                .send();
        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        assertThat(answer.json().path("title").asString()).isEqualTo(title);
        assertThat(answer.json().path("detail").asString()).startsWith(detail);
        assertThat(http.get(path).by(writer).send().header("Content-Language")).isEqualTo("en");
    }

    @Test
    void strangersAreToldInFrenchToo() {
        var answer = http.get("/v1/things").header("Accept-Language", "fr").send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("title").asString()).isEqualTo("Vous n’êtes pas connecté");
    }

    @Test
    void fieldsAreValidatedInFrench() {
        var invalid = http.post("/v1/notes")
                .by(writer)
                .header("Accept-Language", "fr")
                .json("{\"title\":\"xxxxxxxxxxx\"}")
                .send();
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.json().path("errors").toString())
                .contains("la taille doit être comprise entre 1 et 10", "ne doit pas être vide : text");
        var unknown = http.post("/v1/notes")
                .by(writer)
                .header("Accept-Language", "fr")
                .json("{\"titel\":\"x\"}")
                .send();
        assertThat(unknown.json().path("errors").toString())
                .contains("n’est pas connu ici; sont connus : labels, text, title, tree, values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en,fr,de,es,it,pt,nl,sv,da,fi,no",
                "en-CA,en;q=0.9,fr-CA;q=0.8,fr;q=0.7,de;q=0.6,es;q=0.5,it;q=0.4,pt;q=0.3,nl;q=0.2,sv;q=0.1,da;q=0.1,fi;q=0.1",
                "*",
                "x",
                "en;q=abc",
                "fr;q=1.5",
                ",,,;",
                "this is no language, toolongalanguagetag-x"
            })
    void noAcceptLanguageMakesARequestFail(String languages) {
        assertThat(http.get("/v1/things")
                        .by(writer)
                        .header("Accept-Language", languages)
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(http.post("/v1/notes")
                        .by(writer)
                        .header("Accept-Language", languages)
                        .json("{\"title\":\"x\",\"text\":\"y\"}")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsUnavailableMayBeAskedAgainLater() {
        assertThat(http.get("/v1/refusals/unavailable").by(writer).send().header("Retry-After"))
                .isEqualTo("5");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsUnavailable() {
        var answer = http.get("/v1/refusals/database-away").by(writer).send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.text()).doesNotContain("db.internal");
    }

    @Test
    void theUnexpectedIsLoggedOnceAndToldToNobody(CapturedOutput log) {
        var answer = http.get("/v1/refusals/else").by(writer).send();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal-error");
        assertThat(answer.text()).doesNotContain("secret", "java", "Exception", "org.");
        assertThat(log.getAll()).containsOnlyOnce("secret of").contains("[" + answer.header("Trace-Id") + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"n\",\"count\":1,\"parts\":[],\"colur\":\"RED\"}  | unknown-field | colur",
                "{\"name\":\"n\",\"count\":1,\"parts\":[{\"name\":\"p\",\"weight\":1,\"x\":1}]} | unknown-field | parts[0].x",
                "{\"name\":\"n\",\"name\":\"m\",\"count\":1,\"parts\":[]}     | duplicate-field | name",
                "{\"name\":\"n\",\"count\":\"1\",\"parts\":[]}               | wrong-type | count",
                "{\"name\":\"n\",\"count\":1.5,\"parts\":[]}                 | wrong-type | count",
                "{\"name\":\"n\",\"count\":null,\"parts\":[]}                | wrong-type | count",
                "{\"name\":\"n\",\"parts\":[]}                               | wrong-type | count",
                "{\"name\":7,\"count\":1,\"parts\":[]}                       | wrong-type | name",
                "{\"name\":\"n\",\"count\":1,\"parts\":{}}                   | wrong-type | parts",
                "{\"name\":\"n\",\"count\":1,\"open\":\"true\",\"parts\":[]} | wrong-type | open",
                "{\"name\":\"n\",\"count\":1,\"open\":1,\"parts\":[]}        | wrong-type | open",
                "{\"name\":\"n\",\"count\":1,\"colour\":\"BLUE\",\"parts\":[]} | unknown-value | colour",
                "{\"name\":\"n\",\"count\":1,\"colour\":0,\"parts\":[]}      | unknown-value | colour",
                "{\"name\":\"n\",\"count\":1,\"at\":\"yesterday\",\"parts\":[]} | wrong-type | at",
                "{\"name\":\"n\",\"count\":1,\"at\":17,\"parts\":[]}         | wrong-type | at",
                "{\"name\":\"n\",\"count\":1,\"on\":\"2026-02-30\",\"parts\":[]} | wrong-type | on",
                "{\"name\":\"n\",\"count\":3000000000,\"parts\":[]}          | number-out-of-range | count",
                "{\"name\":\"n\",\"count\":1,\"large\":9223372036854775808,\"parts\":[]} | number-out-of-range | large",
                "{\"name\":\"n\",\"count\":1,\"weight\":1e999,\"parts\":[]}  | number-out-of-range | weight",
                "{\"name\":\"n\",\"count\":1,\"weight\":\"NaN\",\"parts\":[]} | wrong-type | weight",
                "{\"name\":\"n\",\"count\":11111111111111111111111111111111111111111,\"parts\":[]} | number-out-of-range | count",
                "[]                                                          | wrong-type | ''",
                "{\"name\":\"n\",\"count\":1,\"parts\":[null]}               | wrong-type | parts[0]",
                "{\"name\":\"n\",\"count\":1,\"at\":\"+999999999-01-01T00:00:00Z\",\"parts\":[]} | wrong-type | at",
                "{\"name\":\"n\",\"count\":1,\"price\":1e99999,\"parts\":[]} | number-out-of-range | price",
                "{\"name\":\"n\",\"count\":1,\"parts\":[{\"name\":\"p\",\"weight\":null}]} | wrong-type | parts[0].weight",
                "{\"name\":\"n\",\"count\":1,\"parts\":[{\"name\":\"p\",\"name\":\"q\",\"weight\":1}]} | duplicate-field | parts[0].name",
            })
    void badJsonIsToldByFieldAndReason(String body, String type, String field) {
        var answer = http.post("/v1/things").by(writer).json(body).send();
        assertThat(answer.problem()).as(answer.text()).isEqualTo(type);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .as(answer.text())
                .isEqualTo(field);
        assertThat(answer.text()).doesNotContain("tools.jackson", "org.trustedtrader", "java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":                                 | malformed-json",
                "{\"name\":\"n\",\"count\":NaN,\"parts\":[]} | number-out-of-range",
                "{\"name\":\"n\",\"count\":1,\"parts\":[]} {} | malformed-json",
                "nonsense                                   | malformed-json",
                "''                                         | malformed-json",
            })
    void whatIsNoJsonIsSaidToBeNone(String body, String type) {
        var answer = http.post("/v1/things").by(writer).json(body).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(type);
        assertThat(answer.text()).doesNotContain("tools.jackson", "org.trustedtrader", "java.");
    }

    @Test
    void anUnknownValueIsToldTheKnownOnes() {
        var answer = http.post("/v1/things")
                .by(writer)
                .json("{\"name\":\"n\",\"count\":1,\"colour\":\"BLUE\",\"parts\":[]}")
                .send();
        assertThat(answer.text()).contains("must be one of: RED, GREEN");
    }

    @Test
    void deepNestingAndLongTextAreRefused() {
        var deep = http.post("/v1/things")
                .by(writer)
                .json("[".repeat(40) + "]".repeat(40))
                .send();
        var nested = http.post("/v1/things")
                .by(writer)
                .json("{\"name\":\"n\",\"count\":1,\"parts\":" + "[".repeat(40) + "]".repeat(40) + "}")
                .send();
        var longText = http.post("/v1/things")
                .by(writer)
                .json("{\"name\":\"" + "x".repeat(100_001) + "\",\"count\":1,\"parts\":[]}")
                .send();
        assertThat(deep.status()).isEqualTo(400);
        assertThat(nested.status()).isEqualTo(400);
        assertThat(longText.status()).isEqualTo(400);
        assertThat(longText.problem()).isEqualTo("json-too-large");
    }

    @Test
    void validationNamesEveryFieldByItsPath() {
        var answer = http.post("/v1/things")
                .by(writer)
                .json(
                        "{\"name\":\" \",\"count\":1,\"parts\":[{\"name\":\"p\",\"weight\":1},{\"name\":\"\",\"weight\":1}]}")
                .send();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").toString()).isEqualTo("""
                [{"field":"name","message":"is needed"},{"field":"parts[1].name","message":"is needed"}]""");
    }

    @ParameterizedTest
    @CsvSource({"limit=abc, bad-parameter, 400", "limit=201, invalid-input, 422", "colour=BLUE, bad-parameter, 400"})
    void badParametersAreNamed(String query, String type, int status) {
        var answer = http.get("/v1/things?" + query).by(writer).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void mediaTypesMethodsAndAddressesAreTold() {
        assertThat(http.post("/v1/things")
                        .by(writer)
                        .body("text/plain", GOOD.getBytes(StandardCharsets.UTF_8))
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(http.get("/v1/things")
                        .by(writer)
                        .header("Accept", "application/xml")
                        .send())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(406))
                .satisfies(answer -> assertThat(answer.problem()).isEqualTo("not-acceptable"));
        assertThat(http.delete("/v1/things").by(writer).send())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(405))
                .satisfies(answer -> assertThat(answer.header("Allow")).isEqualTo("GET, POST"))
                .satisfies(answer -> assertThat(answer.problem()).isEqualTo("method-not-allowed"));
        assertThat(http.get("/v1/nothing").by(writer).send())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.problem()).isEqualTo("not-found"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var json = http.post("/v1/things")
                .by(writer)
                .json("\"" + "x".repeat(1024 * 1024) + "\"")
                .send();
        assertThat(json.status()).isEqualTo(413);
        assertThat(json.problem()).isEqualTo("body-too-large");
        var file = http.post("/v1/files")
                .by(writer)
                .body("application/pdf", new byte[12 * 1024 * 1024 + 1])
                .send();
        assertThat(file.status()).isEqualTo(413);
        var fits = http.post("/v1/files")
                .by(writer)
                .body("application/pdf", new byte[12 * 1024 * 1024])
                .send();
        assertThat(fits.text()).isEqualTo("{\"size\":12582912}");
    }

    @ParameterizedTest
    @CsvSource({"/v1//things", "/v1/things;x=1", "/v1/%2e%2e/things", "/v1/things%00"})
    void anAddressThatNobodyHonestWritesIsRefused(String address) {
        var answer = http.get(address).by(writer).send();
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("<html", "Tomcat", "org.", "Exception");
    }
}
