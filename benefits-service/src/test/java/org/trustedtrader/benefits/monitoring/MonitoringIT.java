package org.trustedtrader.benefits.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.benefits.EmptyFeed;
import org.trustedtrader.benefits.EnrolmentStandIn;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.consent.ConsentMemory;
import org.trustedtrader.benefits.consent.Consents;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Consents over HTTP open and shut what companies see of each other over HTTP. */
@ServiceIT
class MonitoringIT {

    private static final String CARRIER = "123456782";
    private static final String IMPORTER = "987654324";
    private static final String NOSY = "111222337";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static long version;

    private String place = "";

    private final Http http;
    private final Clock clock;
    private final EnrolmentStandIn enrolment;
    private final ConsentMemory memory;
    private final RabbitTemplate broker;
    private final BrokerProperties settings;
    private final Supplier<ConsentMemory> restart;

    MonitoringIT(
            Http http,
            Clock clock,
            EnrolmentStandIn enrolment,
            ConsentMemory memory,
            RabbitTemplate broker,
            BrokerProperties settings,
            Supplier<ConsentMemory> restart) {
        this.http = http;
        this.clock = clock;
        this.enrolment = enrolment;
        this.memory = memory;
        this.broker = broker;
        this.settings = settings;
        this.restart = restart;
    }

    @DynamicPropertySource
    static void nothingWasMissed(DynamicPropertyRegistry settings) {
        var feed = EmptyFeed.url();
        settings.add("ttp.services.enrolment.url", () -> feed);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandIns {

        @Bean
        EnrolmentStandIn enrolmentStandIn(RabbitTemplate broker, BrokerProperties settings) {
            return new EnrolmentStandIn(broker, settings);
        }

        /** The consents that a restarted service would know. */
        @Bean
        Supplier<ConsentMemory> restart(Consents consents) {
            return () -> ConsentMemory.load(consents);
        }
    }

    @BeforeEach
    void membersThatConsentedToEachOther() {
        enrolment.registers(CARRIER, "HIGHWAY_CARRIER", "123456782RM0001", "77YY");
        enrolment.registers(IMPORTER, "IMPORTER", "987654324RM0001", null);
        enrolment.registers(NOSY, "IMPORTER", "111222337RM0001", null);
        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE");
        membershipIs("m-importer", IMPORTER, "IMPORTER", "ACTIVE");
        membershipIs("m-nosy", NOSY, "IMPORTER", "ACTIVE");
        gives(CARRIER, IMPORTER);
        gives(IMPORTER, CARRIER);
        awaitOutcome("ELIGIBLE");
    }

    @Test
    void partnersSeeASuspensionAndAWithdrawalHidesAtOnce() {
        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "SUSPENDED");
        awaitOutcome("INELIGIBLE");
        assertThat(asks(CARRIER, "bn15", "987654324RM0001").get("outcome").asString())
                .isEqualTo("ELIGIBLE");
        withdraws(CARRIER, IMPORTER);
        assertThat(asks(IMPORTER, "carrier-code", "77YY").get("outcome").asString())
                .isEqualTo("NOT_DISCLOSED");
        assertThat(asks(CARRIER, "bn15", "987654324RM0001").get("outcome").asString())
                .isEqualTo("NOT_DISCLOSED");
    }

    @Test
    void whatIsNotDisclosedIsOneAnswerToOutsidersAndThreeReasonsToOfficers() {
        var malformed = asks(NOSY, "carrier-code", "77yy");
        var unknown = asks(NOSY, "carrier-code", "99ZZ");
        var notConsenting = asks(NOSY, "carrier-code", "77YY");
        assertThat(List.of(told(malformed), told(unknown), told(notConsenting)))
                .containsOnly("{\"outcome\":\"NOT_DISCLOSED\"}");
        assertThat(fields(malformed)).isEqualTo(fields(notConsenting)).isEqualTo(fields(unknown));
        assertThat(reasons(malformed)).isEqualTo("[\"MALFORMED_IDENTIFIER\"]");
        assertThat(reasons(unknown)).isEqualTo("[\"UNKNOWN_IDENTIFIER\"]");
        assertThat(reasons(notConsenting)).isEqualTo("[\"CONSENT_MISSING\"]");
    }

    @Test
    void aConsentIsFollowedWithoutSayingWhetherThereIsSuchACompany() {
        var real = post(NOSY, "/v1/consents", Map.of("partner", CARRIER));
        var unreal = post(NOSY, "/v1/consents", Map.of("partner", "100000009"));
        assertThat(real.status()).isEqualTo(201);
        assertThat(unreal.status()).isEqualTo(201);
        assertThat(unreal.location()).isEqualTo("/v1/consents/111222337-100000009");
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
        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "SUSPENDED");
        awaitOutcome("INELIGIBLE");
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
        for (var query : List.of("after=yesterday", "after=1-2-3", "limit=0", "limit=201")) {
            assertThat(get(IMPORTER, "/v1/monitoring/changes?" + query).status())
                    .isEqualTo(422);
        }
    }

    /** The last change that the importer reads from the place where it stands, missing if there is none yet. */
    private JsonNode newestChange() {
        enrolment.isComplete();
        var page =
                get(IMPORTER, "/v1/monitoring/changes?limit=200&after=" + place).json();
        place = page.get("next").asString();
        return page.at("/items/" + (page.get("items").size() - 1));
    }

    /** What this replica would have to say itself is said by the test, about companies that nobody else speaks of. */
    @Test
    void anotherReplicasConsentIsHeardAndOneThatMakesNoSenseHides() {
        says("100000009", "222333445", "GIVEN", 1);
        says("222333445", "100000009", "GIVEN", 1);
        await().atMost(SOON).until(() -> !memory.partnersOf("100000009").isEmpty());
        says("222333445", "100000009", "WITHDRAWN", 2);
        await().atMost(SOON).until(() -> memory.partnersOf("100000009").isEmpty());
        says("222333445", "100000009", "GIVEN", 3);
        await().atMost(SOON).until(() -> !memory.partnersOf("100000009").isEmpty());
        says("100000009", "222333445", "TOLERATED", 2);
        await().atMost(SOON).until(() -> memory.partnersOf("100000009").isEmpty());
    }

    @Test
    void aRestartLoadsWhatWasConsented() {
        var loaded = restart.get();
        assertThat(loaded.partnersOf(CARRIER)).isEqualTo(memory.partnersOf(CARRIER));
        assertThat(loaded.of(CARRIER, IMPORTER)).isEqualTo(memory.of(CARRIER, IMPORTER));
        assertThat(loaded.of(CARRIER, IMPORTER).inForce()).isTrue();
    }

    private void says(String company, String partner, String state, long consentVersion) {
        var type = "benefits.consent.given.v1";
        var data = Samples.data(type)
                .toString()
                .replace("123456782", company)
                .replace("987654324", partner)
                .replace("GIVEN", state);
        var event = Samples.event(type, company + "-" + partner, consentVersion, data);
        broker.send(settings.exchange(), type, EventMessages.write(event));
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

    private void awaitOutcome(String expected) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            enrolment.isComplete();
            assertThat(asks(IMPORTER, "carrier-code", "77YY").get("outcome").asString())
                    .isEqualTo(expected);
        });
    }

    private void membershipIs(String id, String bn9, String line, String state) {
        enrolment.membershipIs(id, bn9, line, state, ++version, clock.instant());
    }

    private JsonNode asks(String company, String scheme, String id) {
        var answer = get(company, "/v1/monitoring/" + scheme + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The answer without the ids and times that it must have. */
    private static String told(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy())
                .remove(List.of("decisionId", "scheme", "id", "asOf", "validUntil", "statusAgeMillis"))
                .toString();
    }

    private static List<String> fields(JsonNode answer) {
        return List.copyOf(answer.propertyNames());
    }

    /** What an officer reads of that answer, which can be derived again. */
    private String reasons(JsonNode answer) {
        var review = http.get("/v1/decisions/" + answer.get("decisionId").asString())
                .by(Caller.AUDITOR.token().orElseThrow())
                .send()
                .json();
        assertThat(review.get("kind").asString()).isEqualTo("MONITORING");
        assertThat(review.get("same").asBoolean()).as(review.toString()).isTrue();
        return review.at("/answer/reasons").toString();
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
