package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.Requests.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** Each way of getting a request to this service wrong has its own clear answer, and changes nothing. */
@EnrolmentServiceIT
class RequestErrorsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http http;
    private final String company = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    RequestErrorsIT(Http http) {
        this.http = http;
    }

    @BeforeEach
    void register() {
        http.post("/v1/companies").by(owner).json(Requests.company(company)).send();
    }

    @Test
    void anUnknownFieldIsRefused() {
        var body = Requests.company(company);
        body.put("approved", true);
        refused(put(body), 400, "unknown-field");
    }

    @Test
    void aDuplicateKeyIsRefused() {
        var twice = text(Requests.company(company)).replaceFirst("\\{", "{\"legalName\":\"Other Ltd.\",");
        refused(put(twice), 400, "duplicate-field");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"latitude\":42.2859', '\"latitude\":91', sites[0].latitude",
        "'\"latitude\":42.2859', '\"latitude\":1e400', sites[0].latitude",
        "'\"headcount\":40', '\"headcount\":-1', sites[0].headcount",
        "'\"headcount\":40', '\"headcount\":2147483647', sites[0].headcount",
        "'\"country\":\"CA\"', '\"country\":\"Canada\"', sites[0].address.country",
        "'\"carrierCode\":\"', '\"carrierCode\":\"TOOLONG', carrierCode",
    })
    void anAbsurdValueIsNamedWithItsField(String good, String bad, String field) {
        var answer = put(text(Requests.company(company)).replaceFirst(java.util.regex.Pattern.quote(good), bad));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .as(answer.text())
                .contains(field);
    }

    @Test
    void anAbsurdNumberIsRefused() {
        var huge = text(Requests.company(company)).replace("\"headcount\":40", "\"headcount\":99999999999999999999");
        assertThat(put(huge).status()).isEqualTo(400);
    }

    @Test
    void aWrongCheckDigitIsRefused() {
        var wrong = Requests.company("123456789");
        wrong.put("programmeAccounts", List.of());
        var answer = http.post("/v1/companies").by(owner).json(wrong).send();
        refused(answer, 422, "invalid-input");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("businessNumber");
    }

    @Test
    void aWrongStateIsRefusedWithBothStates() {
        var application = file();
        var answer = http.post(application + "/terms-signature")
                .by(owner)
                .ifMatch(1)
                .json(Map.of("termsVersion", "2026-1"))
                .send();
        refused(answer, 409, "wrong-state");
        assertThat(answer.json().path("detail").asString()).contains("DRAFT").contains("APPROVED_PENDING_TERMS");
    }

    @Test
    void aMissingIfMatchIsRefused() {
        refused(http.post(file() + "/withdrawal").by(owner).json(reason()).send(), 428, "if-match-missing");
    }

    @Test
    void aStaleVersionIsRefused() {
        var answer = http.post(file() + "/withdrawal")
                .by(owner)
                .ifMatch(7)
                .json(reason())
                .send();
        refused(answer, 412, "stale-version");
    }

    @Test
    void aMissingKeyIsRefused() {
        var answer = http.post("/v1/applications")
                .by(owner)
                .withoutKey()
                .json(draft())
                .send();
        refused(answer, 400, "idempotency-key-missing");
    }

    @Test
    void aRepeatedRequestIsAnsweredWithWhatTheFirstOneMade() {
        var key = UUID.randomUUID().toString();
        var first =
                http.post("/v1/applications").by(owner).key(key).json(draft()).send();
        var second =
                http.post("/v1/applications").by(owner).key(key).json(draft()).send();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void aReusedKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        http.post("/v1/applications").by(owner).key(key).json(draft()).send();
        var other = Map.of("linesOfBusiness", List.of("IMPORTER"));
        refused(http.post("/v1/applications").by(owner).key(key).json(other).send(), 422, "idempotency-key-reused");
    }

    @Test
    void aSecondOpenApplicationIsRefused() {
        file();
        refused(http.post("/v1/applications").by(owner).json(draft()).send(), 409, "application-open");
    }

    @Test
    void anApplicationOfAnUnregisteredCompanyIsRefused() {
        var number = freshBusinessNumber();
        var stranger = TestTokens.user("owner-" + number).roles("account-owner").company(number);
        refused(http.post("/v1/applications").by(stranger).json(draft()).send(), 409, "company-not-registered");
    }

    @Test
    void anotherCompanyCannotBeRegistered() {
        var answer = http.post("/v1/companies")
                .by(owner)
                .json(Requests.company(freshBusinessNumber()))
                .send();
        refused(answer, 403, "not-allowed");
    }

    @Test
    void aCompanyIsRegisteredOnce() {
        refused(
                http.post("/v1/companies")
                        .by(owner)
                        .json(Requests.company(company))
                        .send(),
                409,
                "already-exists");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies?limit=0",
        "/v1/companies?limit=201",
        "/v1/companies?limit=many",
        "/v1/companies?after=%3F"
    })
    void aMisshapenPageIsRefused(String path) {
        var answer = http.get(path).by(owner).send();
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void theClockMovesForwardsOnly() {
        var oscar = TestTokens.user("oscar").roles("operator");
        for (var body : List.of(Map.of("days", -1), Map.of("days", 1, "seconds", 1), Map.of())) {
            refused(
                    http.post("/v1/programme-clock/movements")
                            .by(oscar)
                            .json(body)
                            .send(),
                    422,
                    "invalid-input");
        }
    }

    private void refused(Answer answer, int status, String problem) {
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(http.get("/v1/companies/" + company).by(owner).send().version())
                .isEqualTo(1);
    }

    private Answer put(Object body) {
        return http.put("/v1/companies/" + company)
                .by(owner)
                .ifMatch(1)
                .json(body)
                .send();
    }

    private String file() {
        return http.post("/v1/applications").by(owner).json(draft()).send().location();
    }

    private static String text(Object body) {
        return JSON.writeValueAsString(body);
    }
}
