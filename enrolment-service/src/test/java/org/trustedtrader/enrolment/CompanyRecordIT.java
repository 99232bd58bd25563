package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** What a company says about itself gets one written form, or is refused. */
@EnrolmentServiceIT
class CompanyRecordIT {

    private final Http http;
    private final MongoDatabase database;
    private final String number = freshBusinessNumber();

    CompanyRecordIT(Http http, MongoDatabase database) {
        this.http = http;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s RM 0001", "%srm0001", " %sRM0001", "%s-RM-0001"})
    void anAccountIsStoredInItsOneWrittenForm(String written) {
        var answer = registerAccount("BN15", written.formatted(number));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(account(answer)).isEqualTo(number + "RM0001");
        assertThat(account(read())).isEqualTo(number + "RM0001");
    }

    @Test
    void theCarrierCodeAndTheBusinessNumberAreTidiedToo() {
        var body = Requests.company(number);
        var code = (String) body.get("carrierCode");
        body.put("carrierCode", " " + code.toLowerCase() + " ");
        body.put("businessNumber", number.substring(0, 5) + " " + number.substring(5) + "　");
        var answer = register(number, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("businessNumber").asString()).isEqualTo(number);
        assertThat(answer.json().path("carrierCode").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"en, Canadian business number", "fr, numéro d’entreprise canadien"})
    void anEmployerNumberOfTheUnitedStatesIsRefusedWithTheWayToACanadianOne(String language, String words) {
        var body = Requests.company(number);
        body.put("businessNumber", "12-3456789");
        var answer = http.post("/v1/companies")
                .by(owner(number))
                .header("Accept-Language", language)
                .json(body)
                .send();
        refusedAt(answer, "businessNumber");
        assertThat(answer.text()).contains(words, "EIN", "canada.ca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SVI-%s", "svi-%s", "Svi %s", "sVI%s"})
    void whatIsConfirmedCannotBeClaimedByAnotherCompanyInAnotherWriting(String written) {
        registerAccount("CTPAT", "svi-" + number);
        var confirmed = http.post("/v1/companies/" + number + "/identifiers/ctpat/svi-" + number + "/confirmation")
                .by(TestTokens.user("olivia").roles("intake-officer"))
                .ifMatch(1)
                .json(Map.of("source", "Partner programme"))
                .send();
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        var other = freshBusinessNumber();
        var body = Requests.company(other);
        body.put("programmeAccounts", List.of(Map.of("programme", "CTPAT", "number", written.formatted(number))));
        var answer = register(other, body);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("identifier-claimed");
    }

    @Test
    void aClaimFromBeforeTheOneWrittenFormStillKeepsTheOthersOut() {
        registerAccount("CTPAT", "old-svi-" + number);
        database.getCollection("companies")
                .updateOne(
                        Filters.eq("_id", number),
                        Updates.combine(
                                Updates.set("state.programmeAccounts.0.number", "old-svi-" + number),
                                Updates.set("state.claims", List.of("BN9:" + number, "CTPAT:old-svi-" + number))));
        var other = freshBusinessNumber();
        var body = Requests.company(other);
        body.put("programmeAccounts", List.of(Map.of("programme", "CTPAT", "number", "OLD-SVI-" + number)));
        assertThat(register(other, body).problem()).isEqualTo("identifier-claimed");
    }

    @ParameterizedTest
    @CsvSource({
        "CSA, ---",
        "TIN, UK123",
        "BN15, 111222337ZZ0001",
        "BN15, 111222337RM0000",
        "AEO, UKAEOF123",
        "CTPAT, --------"
    })
    void anAccountThatCannotExistIsRefusedWithItsPlace(String programme, String written) {
        var answer = registerAccount(programme, written.replace("111222337", number));
        refusedAt(answer, "programmeAccounts[0].number");
    }

    @ParameterizedTest
    @CsvSource({"PQ, QC", "Ontario, ON", "CA-ON, ON", "on, ON", "Québec, QC"})
    void aRegionIsStoredAsItsCode(String region, String code) {
        var answer = registerSite(Map.of("region", region));
        assertThat(address(answer).path("region").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "CA, Onta, N9E 4W1, region",
        "CA, '', N9E 4W1, region",
        "CA, ON, 90210, postalCode",
        "CA, ON, D1O 0Q9, postalCode",
        "CA, ON, '', postalCode",
        "US, ON, 48226, region",
        "US, MI, 4822, postalCode",
        "DE, Bayern, 80331, region"
    })
    void anAddressThatTheCountryDoesNotHaveIsRefused(String country, String region, String code, String field) {
        var answer = registerSite(Map.of("country", country, "region", region, "postalCode", code));
        refusedAt(answer, "sites[0].address." + field);
    }

    @Test
    void aPostalCodeGetsTheFormOfItsCountry() {
        assertThat(address(registerSite(Map.of("postalCode", "n9e4w1")))
                        .path("postalCode")
                        .asString())
                .isEqualTo("N9E 4W1");
    }

    @Test
    void aTelephoneNumberMayHaveAnExtension() {
        assertThat(registerPhone("+1 519 555 0100 ext. 12")
                        .json()
                        .path("contacts")
                        .path(0)
                        .path("phone")
                        .asString())
                .isEqualTo("+1 519 555 0100 ext. 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {".....", "(((((", "00000", "12 34", "1234567890123456"})
    void whatNobodyCanDialIsRefused(String phone) {
        refusedAt(registerPhone(phone), "contacts[0].phone");
    }

    @ParameterizedTest
    @CsvSource({"00:00, 24:00, 24:00", "00:00, 00:00, 24:00", "22:00, 06:00, 06:00", "16:00, 24:00, 24:00"})
    void aYardMayBeOpenOvernightOrAlways(String opens, String closes, String shown) {
        var body = Requests.company(number);
        site(body).put("hours", Map.of("opens", opens, "closes", closes));
        var answer = register(number, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var hours = answer.json().path("sites").path(0).path("hours");
        assertThat(hours.path("opens").asString()).isEqualTo(opens);
        assertThat(hours.path("closes").asString()).isEqualTo(shown);
    }

    private Answer registerAccount(String programme, String account) {
        var body = Requests.company(number);
        body.put("programmeAccounts", List.of(Map.of("programme", programme, "number", account)));
        return register(number, body);
    }

    private Answer registerSite(Map<String, Object> changes) {
        var body = Requests.company(number);
        var address = new LinkedHashMap<>(address(site(body)));
        address.putAll(changes);
        site(body).put("address", address);
        return register(number, body);
    }

    private Answer registerPhone(String phone) {
        var body = Requests.company(number);
        body.put("contacts", List.of(Map.of("name", "C. Owner", "email", "c@example.com", "phone", phone)));
        return register(number, body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> site(Map<String, Object> body) {
        return (Map<String, Object>) ((List<?>) body.get("sites")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> address(Map<String, Object> site) {
        return (Map<String, Object>) site.get("address");
    }

    private Answer register(String company, Map<String, Object> body) {
        return http.post("/v1/companies").by(owner(company)).json(body).send();
    }

    private Answer read() {
        return http.get("/v1/companies/" + number).by(owner(number)).send();
    }

    private static TestTokens owner(String company) {
        return TestTokens.user("owner-" + company).roles("account-owner").company(company);
    }

    private static String account(Answer answer) {
        return answer.json().path("programmeAccounts").path(0).path("number").asString();
    }

    private static JsonNode address(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("sites").path(0).path("address");
    }

    private static void refusedAt(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }
}
