package org.trustedtrader.enrolment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.Requests;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Consents over HTTP open and shut what companies see of each other over HTTP; driver's cards follow the rules of commands. */
@EnrolmentServiceIT
class MonitoringIT {

    private static final String CARRIER = Requests.freshBusinessNumber();
    private static final String IMPORTER = Requests.freshBusinessNumber();
    private static final String NOSY = Requests.freshBusinessNumber();
    private static final String STRANGER = Requests.freshBusinessNumber();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens OTHER_APPROVER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens PROPOSER = TestTokens.user("iris").roles("intelligence-officer");

    private final Http http;
    private final Clock clock;
    private final StartMembership start;
    private String place = "";

    MonitoringIT(Http http, Clock clock, StartMembership start) {
        this.http = http;
        this.clock = clock;
        this.start = start;
    }

    @BeforeEach
    void membersThatConsentedToEachOther() {
        registers(CARRIER, "HIGHWAY_CARRIER", "77YY");
        registers(IMPORTER, "IMPORTER", null);
        registers(NOSY, "IMPORTER", null);
        for (var company : List.of(CARRIER, IMPORTER, NOSY)) {
            start.from(membership(company), new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        }
        confirms(CARRIER, "carrier-code/77YY");
        for (var company : List.of(CARRIER, IMPORTER)) {
            confirms(company, "bn15/" + company + "RM0001");
        }
        gives(CARRIER, IMPORTER);
        gives(IMPORTER, CARRIER);
        rules("reinstatement", "CAUSE_REMEDIED");
        assertThat(outcome(IMPORTER, "carrier-code", "77YY")).isEqualTo("ELIGIBLE");
    }

    private void confirms(String company, String identifier) {
        var intake = TestTokens.user("olivia").roles("intake-officer");
        var path = "/v1/companies/" + company + "/identifiers/" + identifier;
        var confirmed = http.post(path + "/confirmation")
                .by(intake)
                .ifMatch(http.get(path).by(intake).send().version())
                .json(Map.of("source", "Register of the issuing agency"))
                .send();
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    }

    @Test
    void partnersSeeASuspensionAndAWithdrawalHidesAtOnce() {
        rules("suspension", "SECURITY_INCIDENT");
        for (var written : List.of("carrier-code/77YY", "bn9/" + CARRIER, "bn15/" + CARRIER + "RM0001")) {
            var parts = written.split("/");
            assertThat(outcome(IMPORTER, parts[0], parts[1])).as(written).isEqualTo("INELIGIBLE");
        }
        var number = "PIP-" + membership(CARRIER).substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        assertThat(outcome(IMPORTER, "membership", number)).isEqualTo("INELIGIBLE");
        assertThat(outcome(CARRIER, "bn15", IMPORTER + "RM0001")).isEqualTo("ELIGIBLE");
        withdraws(CARRIER, IMPORTER);
        assertThat(outcome(IMPORTER, "carrier-code", "77YY")).isEqualTo("NOT_DISCLOSED");
        assertThat(outcome(CARRIER, "bn15", IMPORTER + "RM0001")).isEqualTo("NOT_DISCLOSED");
    }

    @Test
    void whatIsNotDisclosedIsOneAnswerToOutsidersAndAReasonToOfficers() {
        var malformed = asks(NOSY, "carrier-code", "77yy");
        var unknown = asks(NOSY, "carrier-code", "99ZZ");
        var card = asks(NOSY, "driver-card", "FAST00012345");
        var notConsenting = asks(NOSY, "carrier-code", "77YY");
        assertThat(List.of(told(malformed), told(unknown), told(card), told(notConsenting)))
                .containsOnly("{\"outcome\":\"NOT_DISCLOSED\",\"statusAgeMillis\":0}");
        assertThat(fields(malformed)).isEqualTo(fields(notConsenting)).isEqualTo(fields(unknown));
        assertThat(reasons(malformed)).isEqualTo("[\"UNKNOWN_IDENTIFIER\"]");
        assertThat(reasons(unknown)).isEqualTo("[\"UNKNOWN_IDENTIFIER\"]");
        assertThat(reasons(notConsenting)).isEqualTo("[\"CONSENT_MISSING\"]");
        assertThat(reasons(asks(STRANGER, "carrier-code", "77YY")))
                .isEqualTo("[\"ASKER_NOT_A_MEMBER\",\"CONSENT_MISSING\"]");
    }

    @Test
    void aConsentIsFollowedWithoutSayingWhetherThereIsSuchACompany() {
        var real = post(NOSY, "/v1/consents", Map.of("partner", CARRIER));
        var unreal = post(NOSY, "/v1/consents", Map.of("partner", "100000009"));
        assertThat(real.status()).isEqualTo(201);
        assertThat(unreal.status()).isEqualTo(201);
        assertThat(unreal.location()).isEqualTo("/v1/consents/" + NOSY + "-100000009");
        var read = get(NOSY, unreal.location());
        assertThat(read.version()).isEqualTo(1);
        assertThat(fields(read.json()))
                .isEqualTo(fields(get(NOSY, real.location()).json()));
        var first = get(NOSY, "/v1/consents?limit=1").json();
        assertThat(first.at("/items/0/partner").asString()).isEqualTo("100000009");
        var second = get(NOSY, "/v1/consents?limit=1&after=" + first.get("next").asString())
                .json();
        assertThat(second.at("/items/0/partner").asString()).isEqualTo(CARRIER);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(post(NOSY, "/v1/consents", Map.of("partner", "100000000")).status())
                .isEqualTo(422);
        assertThat(post(NOSY, "/v1/consents", Map.of("partner", NOSY)).status()).isEqualTo(422);
        assertThat(post(NOSY, "/v1/consents", Map.of("partner", CARRIER, "company", IMPORTER))
                        .status())
                .isEqualTo(400);
        assertThat(post(NOSY, "/v1/consents", Map.of("partner", CARRIER)).problem())
                .isEqualTo("wrong-state");
        for (var id : List.of(real.location(), unreal.location())) {
            assertThat(withdrawal(NOSY, id, 7).problem()).isEqualTo("stale-version");
            assertThat(withdrawal(NOSY, id, 1).status()).isEqualTo(200);
            assertThat(withdrawal(NOSY, id, 2).problem()).isEqualTo("wrong-state");
        }
    }

    @Test
    void partnersAreToldOfChangesAndNobodyElseIs() {
        var before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rules("suspension", "SECURITY_INCIDENT");
        var change = await().atMost(SOON)
                .until(
                        this::newestChange,
                        found -> !found.isMissingNode()
                                && !Instant.parse(found.get("effectiveAt").asString())
                                        .isBefore(before));
        assertThat(change.get("partner").asString()).isEqualTo(CARRIER);
        assertThat(change.get("from").asString()).isEqualTo("ELIGIBLE");
        assertThat(change.get("to").asString()).isEqualTo("INELIGIBLE");
        var rest = get(IMPORTER, "/v1/monitoring/changes?after=" + place).json();
        assertThat(rest.get("items").isEmpty()).isTrue();
        assertThat(rest.get("next").asString()).isEqualTo(place);
        assertThat(get(NOSY, "/v1/monitoring/changes").json().get("items").isEmpty())
                .isTrue();
        for (var query : List.of("after=yesterday", "after=1-2-3")) {
            assertThat(get(IMPORTER, "/v1/monitoring/changes?" + query).problem())
                    .isEqualTo("bad-parameter");
        }
        for (var query : List.of("limit=0", "limit=201")) {
            assertThat(get(IMPORTER, "/v1/monitoring/changes?" + query).status())
                    .isEqualTo(422);
        }
    }

    @Test
    void cardsAreChangedByTheRulesOfCommands() {
        var manager = Caller.PROGRAMME_MANAGER.token().orElseThrow();
        var card = Map.of(
                "number", "RULES123", "programme", "FAST", "validFrom", "2026-01-01", "validUntil", "2030-01-01");
        var key = UUID.randomUUID().toString();
        var first =
                http.post("/v1/driver-cards").by(manager).key(key).json(card).send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.location()).isEqualTo("/v1/driver-cards/RULES123");
        var repeated =
                http.post("/v1/driver-cards").by(manager).key(key).json(card).send();
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(http.post("/v1/driver-cards").by(manager).json(card).send().problem())
                .isEqualTo("already-exists");
        var revocation = Map.<String, Object>of("reasonCode", "LOST");
        var path = "/v1/driver-cards/RULES123/revocation";
        assertThat(http.post(path).by(manager).json(revocation).send().status()).isEqualTo(428);
        var keyless = http.post(path).by(manager).withoutKey().ifMatch(1).json(revocation);
        assertThat(keyless.send().status()).isEqualTo(400);
        assertThat(revokes(path, 7, "LOST").status()).isEqualTo(412);
        assertThat(revokes(path, 1, "lost it").status()).isEqualTo(422);
        assertThat(revokes(path, 1, "LOST").version()).isEqualTo(2);
        assertThat(revokes(path, 2, "LOST").problem()).isEqualTo("wrong-state");
    }

    private Http.Answer revokes(String path, long read, String reasonCode) {
        return http.post(path)
                .by(Caller.PROGRAMME_MANAGER.token().orElseThrow())
                .ifMatch(read)
                .json(Map.of("reasonCode", reasonCode))
                .send();
    }

    /** The last change that the importer reads from the place where it stands, missing if there is none yet. */
    private JsonNode newestChange() {
        var page =
                get(IMPORTER, "/v1/monitoring/changes?limit=200&after=" + place).json();
        place = page.get("next").asString();
        return page.at("/items/" + (page.get("items").size() - 1));
    }

    private void registers(String bn9, String line, @org.jspecify.annotations.Nullable String carrierCode) {
        var body = new LinkedHashMap<String, Object>();
        body.put("businessNumber", bn9);
        body.put("legalName", "Company " + bn9);
        body.put("linesOfBusiness", List.of(line));
        body.put("programmeAccounts", List.of(Map.of("programme", "BN15", "number", bn9 + "RM0001")));
        if (carrierCode != null) {
            body.put("carrierCode", carrierCode);
        }
        body.put("sites", List.of());
        body.put("contacts", List.of());
        var answer = post(bn9, "/v1/companies", body);
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
    }

    private static String membership(String company) {
        return UUID.nameUUIDFromBytes(company.getBytes()).toString();
    }

    private void rules(String what, String reasonCode) {
        if (what.equals("reinstatement")) {
            decide(
                    "proposal",
                    PROPOSER,
                    Map.of("kind", "REINSTATEMENT", "reasonCode", reasonCode, "legalBasis", "Customs Act, s. 11.1"));
        }
        var officer = what.equals("reinstatement") ? OTHER_APPROVER : APPROVER;
        decide(what, officer, Map.of("reasonCode", reasonCode, "legalBasis", "Customs Act, s. 11.1"));
    }

    private void decide(String what, TestTokens officer, Map<String, Object> body) {
        var path = "/v1/memberships/" + membership(CARRIER);
        var read = http.get(path).by(officer).send();
        var answer = http.post(path + "/" + what)
                .by(officer)
                .ifMatch(read.version())
                .json(body)
                .send();
        assertThat(answer.status()).as(answer.text()).isIn(200, 409);
    }

    private void gives(String company, String partner) {
        assertThat(post(company, "/v1/consents", Map.of("partner", partner)).status())
                .isIn(201, 409);
    }

    private void withdraws(String company, String partner) {
        var consent = "/v1/consents/" + company + "-" + partner;
        var withdrawn = withdrawal(company, consent, get(company, consent).version());
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    }

    private Http.Answer withdrawal(String company, String consent, long read) {
        return http.post(consent + "/withdrawal")
                .by(owner(company))
                .ifMatch(read)
                .send();
    }

    private String outcome(String company, String scheme, String id) {
        return asks(company, scheme, id).get("outcome").asString();
    }

    private JsonNode asks(String company, String scheme, String id) {
        var answer = get(company, "/v1/monitoring/" + scheme + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The answer without the ids and times that it must have. */
    private static String told(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy())
                .remove(List.of("decisionId", "scheme", "id", "asOf", "validUntil"))
                .toString();
    }

    private static List<String> fields(JsonNode answer) {
        return List.copyOf(answer.propertyNames());
    }

    /** What an officer reads of that answer. */
    private String reasons(JsonNode answer) {
        return http.get("/v1/monitoring/answers/" + answer.get("decisionId").asString())
                .by(Caller.AUDITOR.token().orElseThrow())
                .send()
                .json()
                .get("reasons")
                .toString();
    }

    private Http.Answer get(String company, String path) {
        return http.get(path).by(owner(company)).send();
    }

    private Http.Answer post(String company, String path, Object body) {
        return http.post(path).by(owner(company)).json(body).send();
    }

    private static TestTokens owner(String company) {
        return TestTokens.user("owner-" + company).roles("account-owner").company(company);
    }
}
