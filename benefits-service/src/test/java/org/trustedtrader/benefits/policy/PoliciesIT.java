package org.trustedtrader.benefits.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.benefits.EmptyFeed;
import org.trustedtrader.benefits.EnrolmentStandIn;
import org.trustedtrader.border.test.PolicyFixtures;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One officer proposes rules, another publishes them; the border's answers change with them, without a restart. */
@ServiceIT
class PoliciesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CARRIER = "123456782";
    private static final String IMPORTER = "987654324";
    private static int names;
    private static long clockMoves;

    private final Http http;
    private final Clock clock;
    private final EnrolmentStandIn enrolment;
    private final Consumer<Event> broker;
    private final DocumentVersions versions;

    PoliciesIT(Http http, Clock clock, EnrolmentStandIn enrolment, Consumer<Event> broker, DocumentVersions versions) {
        this.http = http;
        this.clock = clock;
        this.enrolment = enrolment;
        this.broker = broker;
        this.versions = versions;
    }

    @DynamicPropertySource
    static void nothingWasMissedAndTheClockMoves(DynamicPropertyRegistry settings) {
        var feed = EmptyFeed.url();
        settings.add("ttp.services.enrolment.url", () -> feed);
        settings.add("ttp.clock.movable", () -> true);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandIns {

        @Bean
        EnrolmentStandIn enrolmentStandIn(RabbitTemplate broker, BrokerProperties settings) {
            return new EnrolmentStandIn(broker, settings);
        }

        @Bean
        Consumer<Event> anotherReplica(RabbitTemplate broker, BrokerProperties settings) {
            return event -> broker.send(settings.exchange(), event.type(), EventMessages.write(event));
        }
    }

    @BeforeEach
    void twoMembers() {
        var from = Instant.parse("2026-11-01T05:00:00Z");
        enrolment.registers(CARRIER, "HIGHWAY_CARRIER", "123456782RM0001", "77YY");
        enrolment.registers(IMPORTER, "IMPORTER", "987654324RM0001", null);
        enrolment.membershipIs("m-importer", IMPORTER, "IMPORTER", "ACTIVE", 1, from);
        enrolment.membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", "ACTIVE", 1, from);
        await().atMost(SOON).until(() -> lane("0453", clock.instant()).equals("FLE"));
    }

    @Test
    void aPortOfAPublishedPolicyOpensAtItsTimeWithoutARestart() {
        var from = in(Duration.ofMinutes(10));
        var version = proposed(from, PolicyFixtures.fastPort("0456"));
        assertThat(preview(version).at("/ports/added/0").asString()).isEqualTo("0456");
        assertThat(lane("0456", from)).isEqualTo("FLI");
        assertThat(publish(version, approver("a")).status()).isEqualTo(200);

        await().atMost(SOON).until(() -> lane("0456", from).equals("FLE"));
        assertThat(lane("0456", from.minusMillis(1))).isEqualTo("FLI");
        assertThat(ports(from)).contains("\"0456\"");
        assertThat(ports(from.minusMillis(1))).doesNotContain("\"0456\"");
        assertThat(lane("0456", clock.instant())).isEqualTo("FLI");

        moveClock(Duration.ofMinutes(11));
        assertThat(lane("0456", clock.instant())).isEqualTo("FLE");
        assertThat(ports(clock.instant())).contains("\"0456\"");
        assertThat(list().json().get("inForce").asString()).isEqualTo(version);
    }

    @Test
    void aPreviewNamesLinesThatCeaseToFitAMode() {
        var version = proposed(
                in(Duration.ofDays(2)),
                file -> file.withObject("/linesByMode").putArray("AIR").add("AIR_CARRIER"));
        var modes = preview(version).get("modes");
        assertThat(modes.size()).isEqualTo(1);
        assertThat(modes.at("/0/mode").asString()).isEqualTo("AIR");
        assertThat(modes.at("/0/removed").toString()).contains("COURIER", "IMPORTER");
        assertThat(modes.at("/0/added").size()).isZero();
    }

    @Test
    void aPreviewCountsWhoLoses() {
        var version = proposed(in(Duration.ofDays(2)), PolicyFixtures.fastLaneFromTier("III"));
        var losing = preview(version)
                .get("traders")
                .valueStream()
                .filter(t -> t.get("benefit").asString().equals("FAST_LANE"))
                .toList();
        assertThat(losing).hasSize(2).allSatisfy(t -> {
            assertThat(t.get("lose").asInt()).isEqualTo(1);
            assertThat(t.get("gain").asInt()).isZero();
        });
        assertThat(lane("0453", in(Duration.ofDays(2)))).isEqualTo("FLE");
    }

    @Test
    void whoeverProposedDoesNotPublish() {
        var both = TestTokens.user("programme-manager").roles("programme-manager", "approver");
        var version = proposed(in(Duration.ofDays(2)));
        var refused = publish(version, both.token());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-allowed");
        assertThat(publish(version, approver("a")).status()).isEqualTo(200);
    }

    @Test
    void refusalsAreInTheReadersLanguage() {
        var both = TestTokens.user("programme-manager").roles("programme-manager", "approver");
        var refused = call(proposed(in(Duration.ofDays(2))), both.token())
                .header("Accept-Language", "fr-CA")
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Language")).isEqualTo("fr");
        assertThat(refused.json().get("title").asString()).isEqualTo("Vous ne pouvez pas faire cela");
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("La personne qui a proposé une politique ne peut pas la publier."
                        + " Adressez-vous à un autre approbateur.");

        var file = PolicyFixtures.file(name(), in(Duration.ofDays(2)));
        ((ObjectNode) file.get("ports").get(0)).put("code", "04100");
        var flawed = http.post("/v1/policies")
                .by(Caller.PROGRAMME_MANAGER.token().orElseThrow())
                .header("Accept-Language", "fr-CA")
                .json(file.toString())
                .send();
        assertThat(flawed.json().at("/errors/0/message").asString())
                .isEqualTo("doit être un code de bureau à 4 chiffres, comme 0453");
    }

    @Test
    void ofSeveralPublishersOneWins() {
        var version = proposed(in(Duration.ofDays(3)));
        List<String> publishers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            publishers.add(approver("racer-" + i));
        }
        var statuses = race(publishers.stream().map(p -> call(version, p)).toList());
        assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
        assertThat(statuses).filteredOn(s -> s != 200).isSubsetOf(412, 409);
    }

    @Test
    void ofTwoPoliciesOfOneTimeOneIsPublished() {
        var from = in(Duration.ofDays(4));
        var one = proposed(from);
        var other = proposed(from);
        var statuses = race(List.of(call(one, approver("a")), call(other, approver("b"))));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        var late = propose(PolicyFixtures.file(name(), from));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("effectiveFrom", "choose another time");
    }

    @Test
    void aPolicyForATimeOutOfReachIsRefusedWithTheRange() {
        var refused = propose(PolicyFixtures.file(name(), Instant.parse("2999-12-31T00:00:00Z")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("effectiveFrom", "must be a date from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void aPolicyForATimeThatTheSchemaDoesNotKnowIsRefusedWithTheForm(Instant effectiveFrom) {
        var refused = propose(PolicyFixtures.file(name(), effectiveFrom));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("effectiveFrom", "must be a time in UTC");
    }

    @Test
    void aPolicyThatComesTooLateIsNotPublished() {
        var version = proposed(in(Duration.ofMinutes(4)));
        var refused = publish(version, approver("a"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("policy-too-late");
        var manager = Caller.PROGRAMME_MANAGER.token().orElseThrow();
        var withdrawn = http.post("/v1/policies/" + version + "/withdrawal")
                .by(manager)
                .ifMatch(1)
                .json(Map.of("reasonCode", "TOO_LATE"))
                .send();
        assertThat(withdrawn.json().get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(call(version, approver("a")).ifMatch(2).send().problem()).isEqualTo("wrong-state");
    }

    @Test
    void aFlawedFileIsRefusedWithThePathOfEachFlaw() {
        var from = in(Duration.ofDays(5));
        var file = PolicyFixtures.file(name(), from);
        ((ObjectNode) file.get("ports").get(0)).put("code", "04100");
        PolicyFixtures.rule(file, "FAST_LANE").put("minimumTier", "IV");
        var refused = propose(file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("field").asString()))
                .containsExactlyInAnyOrder("ports[0].code", "rules[0].minimumTier");
        var twice = PolicyFixtures.file(name(), from).toString().replaceFirst("\\{", "{\"version\":\"x\",");
        assertThat(propose(twice).problem()).isEqualTo("duplicate-field");
        assertThat(propose(PolicyFixtures.file(
                                name(), clock.instant().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS)))
                        .text())
                .contains("lies in the past");
        assertThat(propose(PolicyFixtures.file("2026-11-01", from)).text()).contains("choose a new name");
        assertThat(propose("{").status()).isEqualTo(400);
    }

    @Test
    void aVersionIsProposedOnce() {
        var from = in(Duration.ofDays(6));
        var file = PolicyFixtures.file(name(), from).toString();
        var manager = Caller.PROGRAMME_MANAGER.token().orElseThrow();
        var first = http.post("/v1/policies")
                .by(manager)
                .key("one-and-the-same")
                .json(file)
                .send();
        var repeated = http.post("/v1/policies")
                .by(manager)
                .key("one-and-the-same")
                .json(file)
                .send();
        assertThat(List.of(first.status(), repeated.status())).containsOnly(201);
        assertThat(propose(file).problem()).isEqualTo("already-exists");
        var read = http.get(first.location()).by(approver("a")).send();
        assertThat(read.text()).isEqualTo(file);
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void theShippedPolicyIsThereToo() {
        var shipped = http.get("/v1/policies/2026-11-01").by(approver("a")).send();
        assertThat(shipped.json().get("rules").size()).isEqualTo(6);
        assertThat(list().text()).contains("SHIPPED");
    }

    @Test
    void fromTheDateOfRulesThatAreTooNewNothingIsCertainUntilTheyAreSucceeded() {
        var from = in(Duration.ofDays(20));
        var name = name();
        var file = PolicyFixtures.file(name, from);
        file.put("curfew", true);
        broker.accept(published(name, from, file));
        await().atMost(SOON).until(() -> lane("0453", from).equals("INDETERMINATE"));
        assertThat(crossing("0453", from).text()).contains("POLICY_NOT_UNDERSTOOD");
        assertThat(lane("0453", from.minusMillis(1))).isEqualTo("FLE");
        var parked = http.get("/v1/operations/benefits/parked")
                .by(Caller.OPERATOR.token().orElseThrow())
                .send();
        assertThat(parked.text()).contains("policy/" + name);

        var next = in(Duration.ofDays(21));
        assertThat(publish(proposed(next), approver("a")).status()).isEqualTo(200);
        await().atMost(SOON).until(() -> lane("0453", next).equals("FLE"));
        assertThat(lane("0453", from)).isEqualTo("INDETERMINATE");
    }

    @Test
    void aReplicaThatWasDownKnowsWhatWasPublishedAsItStarts() {
        var from = in(Duration.ofDays(7));
        var version = proposed(from, PolicyFixtures.fastPort("0457"));
        assertThat(publish(version, approver("a")).status()).isEqualTo(200);
        var restarted = new PublishedPolicies(TestPolicies.shipped());
        versions.all().forEach(v -> PublishedPolicy.of(v).ifPresent(restarted::enter));
        assertThat(restarted.policies().at(from.toEpochMilli()).port("0457")).isNotNull();
    }

    @Test
    void aDecisionIsDerivedFromTheRulesOfItsTime() {
        var from = in(Duration.ofDays(8));
        var before = crossing("0453", from).json();
        assertThat(publish(proposed(from, PolicyFixtures.fastLaneFromTier("III")), approver("a"))
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> lane("0453", from).equals("FLI"));
        var review = http.get("/v1/decisions/" + before.get("decisionId").asString())
                .by(Caller.AUDITOR.token().orElseThrow())
                .send()
                .json();
        assertThat(review.get("same").asBoolean()).isTrue();
        assertThat(review.at("/rederived/outcome").asString()).isEqualTo("FLE");
    }

    @Test
    void portsOfATimeThatNobodyCanMeanAreRefused() {
        for (var at : List.of("2900-01-01T00:00:00Z", "1900-01-01T00:00:00Z")) {
            var answer = ports(at, "en");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("lies more than 3650 days from now");
            assertThat(ports(at, "fr-CA").text()).contains("est à plus de 3650 jours de maintenant");
        }
        for (var at : List.of("9999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "1000-01-01T00:00:00Z")) {
            assertThat(ports(at, "en").status()).isEqualTo(400);
        }
    }

    private Http.Answer ports(String at, String language) {
        return http.get("/v1/ports?at=" + at.replace("+", "%2B"))
                .by(border())
                .header("Accept-Language", language)
                .send();
    }

    private Event published(String name, Instant from, ObjectNode file) {
        var data = """
                {"version":"%s","effectiveFrom":"%s","state":"PUBLISHED","publishedAt":"%s","policy":%s}""".formatted(name, from, clock.instant(), file);
        var type = "benefits.policy.published.v1";
        return new Event(
                "benefits/policy/" + name + "/2",
                type,
                "benefits",
                "policy/" + name,
                Instant.now(),
                2,
                "user:test",
                "",
                data);
    }

    private void moveClock(Duration by) {
        enrolment.says("clock", "programme", "moved", ++clockMoves, Map.of("offsetSeconds", by.toSeconds()));
        var moved = Instant.now().plus(by).minusSeconds(5);
        await().atMost(SOON).until(() -> clock.instant().isAfter(moved));
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String name() {
        return "v" + ++names;
    }

    @SafeVarargs
    private String proposed(Instant from, Consumer<ObjectNode>... changes) {
        var version = name();
        var file = PolicyFixtures.file(version, from);
        for (var change : changes) {
            change.accept(file);
        }
        assertThat(propose(file).status()).isEqualTo(201);
        return version;
    }

    private Http.Answer propose(Object file) {
        return http.post("/v1/policies")
                .by(Caller.PROGRAMME_MANAGER.token().orElseThrow())
                .json(file.toString())
                .send();
    }

    private JsonNode preview(String version) {
        var answer = http.post("/v1/policies/" + version + "/preview")
                .by(approver("a"))
                .withoutKey()
                .send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer publish(String version, String token) {
        return call(version, token).send();
    }

    private Http.Call call(String version, String token) {
        return http.post("/v1/policies/" + version + "/publication").by(token).ifMatch(1);
    }

    private static List<Integer> race(List<Http.Call> calls) {
        var start = new CyclicBarrier(calls.size());
        return calls.stream()
                .map(call -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return call.send().status();
                        },
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private Http.Answer list() {
        return http.get("/v1/policies").by(approver("a")).send();
    }

    private String ports(Instant at) {
        return http.get("/v1/ports?at=" + at).by(border()).send().text();
    }

    private String lane(String port, Instant at) {
        enrolment.isComplete();
        return crossing(port, at).json().path("outcome").asString("");
    }

    private Http.Answer crossing(String port, Instant at) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("port", port);
        question.put("mode", "HIGHWAY");
        question.put("direction", "INTO_CANADA");
        question.put("arrivalAt", at.toString());
        question.put("carrierCode", "77YY");
        question.put("importers", List.of("987654324RM0001"));
        question.put("originCountry", "US");
        question.put("regulatedGoods", false);
        question.put("seal", "INTACT");
        return http.post("/v1/crossings").by(border()).json(question).send();
    }

    private static String approver(String name) {
        return TestTokens.user(name).roles("approver").token();
    }

    private static String border() {
        return Caller.BORDER_SYSTEM.token().orElseThrow();
    }
}
