package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** Identifiers grant when an officer has confirmed them, and block nobody before. */
@EnrolmentServiceIT
class IdentifiersIT {

    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens SERVICE = TestTokens.service("benefits");
    private static final Map<String, Object> SOURCE = Map.of("source", "Register of the issuing agency");
    private static final Map<String, Object> AGAINST =
            Map.of("source", "Register of the issuing agency", "reason", "It is another company's.");

    private final Http http;
    private final Clock clock;
    private final MongoDatabase database;
    private final StartMembership start;
    private final String number = freshBusinessNumber();
    private final TestTokens owner = owner(number);
    private final String company = "/v1/companies/" + number;

    IdentifiersIT(Http http, Clock clock, MongoDatabase database, StartMembership start) {
        this.clock = clock;
        this.http = http;
        this.database = database;
        this.start = start;
    }

    @Test
    void aClaimIsNotAnnouncedUntilAnOfficerConfirmsItAndNamesTheSource() {
        var code = register(number).json().path("carrierCode").asString();
        assertThat(announced(number).path("carrierCode").isNull()).isTrue();
        assertThat(announced(number).path("programmeAccounts").size()).isZero();

        var confirmed = decide("carrier-code", code, "confirmation", SOURCE);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.json().path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.json().path("decidedBy").asString()).isEqualTo("user:olivia");
        assertThat(confirmed.json().path("confirmedUntil").isString()).isTrue();
        assertThat(announced(number).path("carrierCode").asString()).isEqualTo(code);
        assertThat(announced(number).path("programmeAccounts").size()).isZero();

        var history = http.get(company + "/history").by(INTAKE).send();
        assertThat(history.text()).contains("identifier-confirmed", "Register of the issuing agency", "user:olivia");
        var seenByCompany = http.get(company + "/identifiers").by(owner).send();
        assertThat(seenByCompany.text()).contains("CONFIRMED", "CLAIMED").doesNotContain("user:olivia");

        var revoked = decide("carrier-code", code, "revocation", AGAINST);
        assertThat(revoked.json().path("state").asString()).isEqualTo("REVOKED");
        assertThat(announced(number).path("carrierCode").isNull()).isTrue();
        assertThat(decide("carrier-code", code, "confirmation", SOURCE).problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void aClaimBlocksNobodyWhoCanShowTheBetterRight() {
        var code = register(number).json().path("carrierCode").asString();
        var rightful = freshBusinessNumber();
        var body = Requests.company(rightful);
        body.put("carrierCode", code);
        assertThat(http.post("/v1/companies")
                        .by(owner(rightful))
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(201);
        var theirs = "/v1/companies/" + rightful + "/identifiers/carrier-code/" + code;
        assertThat(decide(theirs, "confirmation", SOURCE).status()).isEqualTo(200);

        var late = decide("carrier-code", code, "confirmation", SOURCE);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("identifier-claimed");
        assertThat(decide("carrier-code", code, "refusal", AGAINST)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REFUSED");
        assertThat(decide(theirs, "revocation", AGAINST).status()).isEqualTo(200);
        assertThat(http.post("/v1/companies/" + number + "/identifiers")
                        .by(owner)
                        .ifMatch(version(company, owner))
                        .json(Map.of("scheme", "CARRIER_CODE", "number", code))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(decide("carrier-code", code, "confirmation", SOURCE).status())
                .isEqualTo(200);
    }

    @Test
    void aMemberChangesItsCarrierCodeAndAddsAnAccountWithAnOfficersConfirmation() {
        var code = register(number).json().path("carrierCode").asString();
        decide("carrier-code", code, "confirmation", SOURCE);
        decide("bn15", number + "RM0001", "confirmation", SOURCE);
        var body = Requests.company(number);
        var other = (String) body.get("carrierCode");
        submitted();
        assertThat(http.put(company)
                        .by(owner)
                        .ifMatch(version(company, owner))
                        .json(body)
                        .send()
                        .problem())
                .isEqualTo("identifiers-frozen");

        claim(Map.of("scheme", "CARRIER_CODE", "number", other));
        claim(Map.of("scheme", "BN15", "number", number + " RM 0002"));
        assertThat(announced(number).path("carrierCode").asString()).isEqualTo(code);
        var before = version(company, owner);
        assertThat(decide("carrier-code", other, "confirmation", SOURCE).status())
                .isEqualTo(200);
        assertThat(version(company, owner)).isEqualTo(before + 1);
        assertThat(announced(number).path("carrierCode").asString()).isEqualTo(other);
        decide("bn15", number + "RM0002", "confirmation", SOURCE);
        assertThat(announced(number).path("programmeAccounts").size()).isEqualTo(2);
    }

    @Test
    void whatNobodyConfirmedLapsesWithItsApplication() {
        register(number);
        var application = submitted();
        http.post(application + "/withdrawal")
                .by(owner)
                .ifMatch(version(application, owner))
                .json(Requests.reason())
                .send();
        await().untilAsserted(() -> assertThat(states()).containsOnly("LAPSED"));
        submitted();
        await().untilAsserted(() -> assertThat(states()).containsOnly("CLAIMED"));
    }

    @Test
    void aConfirmationThatNobodyRenewedEndsAndIsListedBefore() {
        var code = register(number).json().path("carrierCode").asString();
        var until = decide("carrier-code", code, "confirmation", SOURCE)
                .json()
                .path("confirmedUntil")
                .asString();
        var due = http.get("/v1/identifiers?state=CONFIRMED&limit=200&until=" + until)
                .by(INTAKE)
                .send();
        assertThat(due.text()).contains(number);
        var notYet = http.get("/v1/identifiers?state=CONFIRMED&limit=200&until=2020-01-01")
                .by(INTAKE)
                .send();
        assertThat(notYet.text()).doesNotContain(number);

        database.getCollection("companies")
                .updateOne(
                        Filters.and(Filters.eq("_id", number), Filters.eq("state.identifiers.number", code)),
                        Updates.set("state.identifiers.$.confirmedUntil", "2020-01-01"));
        await().untilAsserted(() -> assertThat(states()).contains("EXPIRED"));
        assertThat(announced(number).path("carrierCode").isNull()).isTrue();
        assertThat(decide("carrier-code", code, "confirmation", SOURCE).status())
                .isEqualTo(200);
        assertThat(announced(number).path("carrierCode").asString()).isEqualTo(code);
    }

    @Test
    void intakeIsShownWhatNobodyConfirmedAndWhoMayBeTheSameCompany() {
        var name = "Transport Léger " + number + " Inc.";
        register(number, name);
        var twin = freshBusinessNumber();
        register(twin, name.toUpperCase().replace("É", "E").replace(".", ""));
        var application = submitted();
        http.post(application + "/completeness-check")
                .by(INTAKE)
                .ifMatch(version(application, INTAKE))
                .send();
        var accepted = http.post(application + "/acceptance")
                .by(INTAKE)
                .ifMatch(version(application, INTAKE))
                .send()
                .json()
                .path("intake");
        assertThat(accepted.path("identifiers").size()).isEqualTo(2);
        assertThat(accepted.path("possibleDuplicates").path(0).asString()).isEqualTo(twin);
        assertThat(http.get(application).by(owner).send().json().has("intake")).isFalse();

        var listed =
                http.get("/v1/identifiers?limit=200").by(INTAKE).send().json().path("items");
        var claimant = listed.valueStream()
                .filter(item -> item.path("businessNumber").asString().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(claimant.path("identifiers").size()).isEqualTo(2);
        assertThat(claimant.path("possibleDuplicates").path(0).asString()).isEqualTo(twin);
    }

    @Test
    void officersSearchCompaniesByNameWithoutRegardToCaseAndAccents() {
        register(number, "Frères Bérubé & Cie " + number);
        for (var name : List.of("BERUBE & CIE " + number, "frères bérubé cie " + number)) {
            var found = http.get(
                            "/v1/companies?name=" + name.replace("&", "%26").replace(" ", "%20"))
                    .by(INTAKE)
                    .send();
            assertThat(found.status()).as(found.text()).isEqualTo(200);
            assertThat(found.json()
                            .path("items")
                            .valueStream()
                            .map(c -> c.path("businessNumber").asString()))
                    .containsExactly(number);
        }
        assertThat(http.get("/v1/companies?name=nobody%20" + number)
                        .by(INTAKE)
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(http.get("/v1/companies?name=berube").by(owner).send().problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void membersFromBeforeKeepTheirIdentifiersAndOthersClaimThem() {
        register(number);
        start.from(
                UUID.randomUUID().toString(), new Membership.Approved(number, Set.of(LineOfBusiness.HIGHWAY_CARRIER)));
        var applicant = freshBusinessNumber();
        register(applicant);
        for (var one : List.of(number, applicant)) {
            database.getCollection("companies")
                    .updateOne(
                            Filters.eq("_id", one),
                            Updates.combine(
                                    Updates.unset("state.identifiers"),
                                    Updates.unset("state.foldedName"),
                                    Updates.unset("state.places")));
        }
        await().untilAsserted(() -> assertThat(states()).containsOnly("CONFIRMED"));
        assertThat(http.get(company + "/identifiers").by(INTAKE).send().text()).contains("migrated, to be reconfirmed");
        assertThat(announced(number).path("programmeAccounts").size()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                        announced(applicant).path("programmeAccounts").size())
                .isZero());
    }

    private String submitted() {
        var filed = http.post("/v1/applications")
                .by(owner)
                .json(Requests.completeApplication(BusinessCalendar.shipped().dayOf(clock.instant())))
                .send();
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        var submitted = http.post(filed.location() + "/submission")
                .by(owner)
                .ifMatch(version(filed.location(), owner))
                .send();
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return filed.location();
    }

    private void claim(Map<String, Object> identifier) {
        var answer = http.post(company + "/identifiers")
                .by(owner)
                .ifMatch(version(company, owner))
                .json(identifier)
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo("CLAIMED");
    }

    private Answer decide(String scheme, String identifier, String what, Map<String, Object> body) {
        return decide(company + "/identifiers/" + scheme + "/" + identifier, what, body);
    }

    private Answer decide(String identifier, String what, Map<String, Object> body) {
        return http.post(identifier + "/" + what)
                .by(INTAKE)
                .ifMatch(version(identifier, INTAKE))
                .json(body)
                .send();
    }

    private List<String> states() {
        return http.get(company + "/identifiers")
                .by(owner)
                .send()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("state").asString())
                .toList();
    }

    private JsonNode announced(String businessNumber) {
        return http.get("/internal/companies/" + businessNumber)
                .by(SERVICE)
                .send()
                .json();
    }

    private long version(String path, TestTokens who) {
        return http.get(path).by(who).send().version();
    }

    private Answer register(String businessNumber) {
        return register(businessNumber, "Maple Leaf Haulage Ltd.");
    }

    private Answer register(String businessNumber, String name) {
        var body = Requests.company(businessNumber);
        body.put("legalName", name);
        var answer =
                http.post("/v1/companies").by(owner(businessNumber)).json(body).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static TestTokens owner(String company) {
        return TestTokens.user("owner-" + company).roles("account-owner").company(company);
    }
}
