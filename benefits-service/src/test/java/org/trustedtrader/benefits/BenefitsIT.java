package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
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
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;

/** The service on real parts: enrolment's events over the broker change the border's answers over HTTP. */
@ServiceIT
class BenefitsIT {

    private static final String CARRIER = "123456782";
    private static final String IMPORTER = "987654324";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static long version;

    private final Http http;
    private final Clock clock;
    private final EnrolmentStandIn enrolment;
    private final BorderStatus memory;
    private final Supplier<BorderStatus> restart;

    BenefitsIT(
            Http http, Clock clock, EnrolmentStandIn enrolment, BorderStatus memory, Supplier<BorderStatus> restart) {
        this.http = http;
        this.clock = clock;
        this.enrolment = enrolment;
        this.memory = memory;
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

        /** The memory that a restarted service would have. */
        @Bean
        Supplier<BorderStatus> restart(PublishedPolicies policies, RevisionStore states, Clock clock) {
            return () -> BorderStatus.load(policies.policies(), states, clock);
        }
    }

    @BeforeEach
    void twoMembersAndADriver() {
        enrolment.registers(CARRIER, "HIGHWAY_CARRIER", "123456782RM0001", "77YY");
        enrolment.registers(IMPORTER, "IMPORTER", "987654324RM0001", null);
        membershipIs("m-importer", IMPORTER, "IMPORTER", "ACTIVE");
        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE");
        enrolment.cardIs("FAST00012345", "REGISTERED", 1, clock.instant());
        awaitOutcome("FLE");
    }

    @Test
    void aSuspensionRefusesWithinMillisecondsAndReinstatingBringsItBack() {
        var took = new long[20];
        for (int i = 0; i < took.length; i++) {
            var start = System.nanoTime();
            membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "SUSPENDED");
            await().atMost(SOON).pollInterval(Duration.ofMillis(1)).until(() -> !memoryGrants());
            took[i] = System.nanoTime() - start;
            awaitOutcome("FLI");
            membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE");
            awaitOutcome("FLE");
        }
        Arrays.sort(took);
        System.out.printf(
                "suspension to refusal, broker to memory: median %.1f ms, worst %.1f ms of %d%n",
                took[took.length / 2] / 1e6, took[took.length - 1] / 1e6, took.length);
    }

    @Test
    void anAnswerAboutThePastIsThatOfThePast() {
        var before = clock.instant();
        var from = before.plusMillis(1);
        enrolment.membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "SUSPENDED", ++version, from);
        awaitOutcome("FLI");
        assertThat(outcome(before)).isEqualTo("FLE");
        assertThat(outcome(before.minus(Duration.ofDays(365)))).isEqualTo("FLI");
    }

    @Test
    void theSuspensionIsNamedAndTheDecisionCanBeReviewed() {
        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "SUSPENDED");
        awaitOutcome("FLI");
        var decision = crossing(clock.instant()).json();
        assertThat(decision.at("/benefits/0/benefit").asString()).isEqualTo("FAST_LANE");
        var reason = decision.at("/benefits/0/reasons/0");
        assertThat(reason.get("code").asString()).isEqualTo("MEMBERSHIP_SUSPENDED");
        assertThat(reason.get("about").asString()).isEqualTo("carrier");
        assertThat(reason.get("identifier").asString()).isEqualTo("77YY");
        assertThat(reason.get("fr").asString()).isEqualTo("L'adhésion est suspendue.");
        assertThat(decision.get("statusVersions").get("membership/m-carrier").asLong())
                .isEqualTo(version);

        membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE");
        awaitOutcome("FLE");
        var review = http.get("/v1/decisions/" + decision.get("decisionId").asString())
                .by(Caller.AUDITOR.token().orElseThrow())
                .send()
                .json();
        assertThat(review.get("same").asBoolean()).isTrue();
        assertThat(review.get("answer").get("outcome").asString()).isEqualTo("FLI");
        assertThat(review.get("askedBy").asString()).isEqualTo("client:border-windsor");
    }

    @Test
    void anUnreadableStatusIsParkedAndNobodyItIsAboutIsTrusted() {
        var data = EnrolmentStandIn.membership("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE", clock.instant());
        data.remove("effectiveAt");
        enrolment.says("membership", "m-carrier", "changed", ++version, data);
        awaitOutcome("INDETERMINATE");
        var parked = http.get("/v1/operations/benefits/parked")
                .by(Caller.OPERATOR.token().orElseThrow())
                .send();
        assertThat(parked.text()).contains("membership/m-carrier");
    }

    @Test
    void aBatchOfAThousandIsAnsweredInOneCallAndInOrder() {
        var items = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 1000; i++) {
            items.add(Map.of("scheme", "BN15", "id", i % 2 == 0 ? "987654324RM0001" : "%09dRM0001".formatted(i)));
        }
        var answer = batch(Map.of("benefit", "FAST_LANE", "items", items));
        assertThat(answer.status()).isEqualTo(200);
        var answers = answer.json().get("answers");
        assertThat(answers.size()).isEqualTo(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(answers.get(i).get("id").asString())
                    .isEqualTo(items.get(i).get("id"));
            assertThat(answers.get(i).get("outcome").asString()).isEqualTo(i % 2 == 0 ? "ELIGIBLE" : "INELIGIBLE");
        }
        var review = http.get("/v1/decisions/" + answer.json().get("decisionId").asString())
                .by(Caller.AUDITOR.token().orElseThrow())
                .send();
        assertThat(review.json().get("same").asBoolean()).isTrue();
    }

    @Test
    void aBatchHasOneToThreeThousandItems() {
        var item = Map.of("scheme", "BN15", "id", "987654324RM0001");
        assertThat(batch(Map.of("items", List.of())).status()).isEqualTo(422);
        assertThat(batch(Map.of("items", Collections.nCopies(3000, item))).status())
                .isEqualTo(200);
        var tooMany = batch(Map.of("items", Collections.nCopies(3001, item)));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.text()).contains("more than 3000 items");
    }

    @Test
    void aRevokedCardIsRefusedWithinMilliseconds() {
        enrolment.cardIs("CDRP777777", "REGISTERED", 1, clock.instant());
        await().atMost(SOON)
                .until(() -> single("driver-card", "CDRP777777")
                        .get("outcome")
                        .asString()
                        .equals("ELIGIBLE"));
        var start = System.nanoTime();
        enrolment.cardIs("CDRP777777", "REVOKED", 2, clock.instant());
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> memory.card("CDRP777777", clock.millis()).standing() == Reason.DRIVER_CARD_REVOKED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(single("driver-card", "CDRP777777").at("/reasons/0/code").asString())
                .isEqualTo("DRIVER_CARD_REVOKED");
    }

    @Test
    void aMemberSeesItsEntitlements() {
        var entitlements = http.get("/v1/entitlements/" + CARRIER)
                .by(Caller.OWN_LIMITED_USER.token().orElseThrow())
                .send()
                .json();
        assertThat(entitlements.at("/memberships/0/tier").asString()).isEqualTo("II");
        assertThat(entitlements.at("/entitlements/0/benefit").asString()).isEqualTo("FAST_LANE");
        assertThat(entitlements.at("/entitlements/0/outcome").asString()).isEqualTo("ELIGIBLE");
        assertThat(entitlements.at("/entitlements/0/modes").toString()).isEqualTo("[\"HIGHWAY\"]");
    }

    @Test
    void aRestartLoadsWhatWasKnown() {
        var snapshot = restart.get().snapshot(CARRIER, clock.millis()).orElseThrow();
        assertThat(snapshot.party().versions()).containsEntry("membership/m-carrier", version);
    }

    private void membershipIs(String id, String bn9, String line, String state) {
        enrolment.membershipIs(id, bn9, line, state, ++version, clock.instant());
    }

    private boolean memoryGrants() {
        return memory.party(TraderFixtures.code("77YY"), clock.millis()).reasons(Benefit.FAST_LANE, Role.CARRIER) == 0;
    }

    private void awaitOutcome(String expected) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(2)).untilAsserted(() -> {
            enrolment.isComplete();
            assertThat(crossing(clock.instant()).text()).contains("\"outcome\":\"" + expected + "\",\"benefits\"");
        });
    }

    private String outcome(Instant at) {
        enrolment.isComplete();
        return crossing(at).json().get("outcome").asString();
    }

    private Http.Answer crossing(Instant at) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("port", "0453");
        question.put("mode", "HIGHWAY");
        question.put("direction", "INTO_CANADA");
        question.put("arrivalAt", at.toString());
        question.put("carrierCode", "77YY");
        question.put("importers", List.of("987654324RM0001"));
        question.put("driverCard", "FAST00012345");
        question.put("originCountry", "US");
        question.put("regulatedGoods", false);
        question.put("seal", "INTACT");
        return http.post("/v1/crossings").by(border()).json(question).send();
    }

    private Http.Answer batch(Object question) {
        return http.post("/v1/eligibility/batch").by(border()).json(question).send();
    }

    private JsonNode single(String scheme, String id) {
        return http.get("/v1/eligibility/" + scheme + "/" + id)
                .by(border())
                .send()
                .json();
    }

    private static String border() {
        return Caller.BORDER_SYSTEM.token().orElseThrow();
    }
}
