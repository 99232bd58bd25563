package org.trustedtrader.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.EventMessages;
import tools.jackson.databind.JsonNode;

/** What other services announce over the broker has its effect here. */
class EventsIT extends ValidationServiceContext {

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private TopicExchange exchange;

    private final String application = UUID.randomUUID().toString();
    private String ordered = "";
    private final String path = "/v1/visits/initial-" + application;

    @Test
    void aCompletedAssessmentMakesAVisitDueAndAWithdrawalCancelsIt() {
        assessment(4, "SUBMITTED", "null");
        assessment(9, "COMPLETED", "\"HIGH\"");
        assessment(9, "COMPLETED", "\"HIGH\"");
        await().untilAsserted(() -> assertThat(state()).isEqualTo("DUE"));
        assertThat(good(http.get(path).by(vera())).json().path("riskRating").asString())
                .isEqualTo("HIGH");
        announce(
                "enrolment",
                "application",
                7,
                "{\"applicationId\":\"%s\",\"state\":\"WITHDRAWN\"}".formatted(application));
        await().untilAsserted(() -> assertThat(state()).isEqualTo("CANCELLED"));
        assertThat(version(path)).isEqualTo(2);
    }

    @Test
    void theEndOfAMembershipCancelsItsVisitsAndASiteThatIsGoneIsNoted() {
        var membership =
                "{\"membershipId\":\"%s\",\"company\":\"%s\",\"state\":\"%s\",\"revalidationDueOn\":\"2034-05-01\"}";
        announce("enrolment", "membership", 1, membership.formatted(application, COMPANY, "ACTIVE"));
        var order = Map.of(
                "type",
                "AD_HOC",
                "company",
                COMPANY,
                "siteId",
                "dock",
                "membershipId",
                application,
                "riskRating",
                "LOW",
                "reason",
                "A tip");
        await().untilAsserted(() -> {
            var answer = http.post("/v1/visits")
                    .by(vera())
                    .key("of-" + application)
                    .json(order)
                    .send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            ordered = answer.location();
        });
        rabbit.send(exchange.getName(), "enrolment.company.amended.v1", EventMessages.write(company("office", 2)));
        await().untilAsserted(() -> assertThat(
                        view().path("siteRemoval").path("siteId").asString(""))
                .isEqualTo("dock"));
        assertThat(view().path("siteRemoval").path("reason").asString()).startsWith("Site dock is not in the");
        rabbit.send(exchange.getName(), "enrolment.company.amended.v1", EventMessages.write(company("dock", 3)));
        await().untilAsserted(
                        () -> assertThat(view().path("siteRemoval").isNull()).isTrue());
        announce("enrolment", "membership", 2, membership.formatted(application, COMPANY, "WITHDRAWN"));
        await().untilAsserted(() -> assertThat(view().path("state").asString()).isEqualTo("CANCELLED"));
    }

    @Test
    void anOpenRevalidationMakesItsVisitsDueAndItsEndCancelsThem() {
        var member =
                "{\"membershipId\":\"%s\",\"company\":\"%s\",\"state\":\"%s\",\"revalidationDueOn\":\"2031-05-01\","
                        + "\"revalidationOpenedAt\":%s}";
        var opened = "\"2030-05-01T04:00:00Z\"";
        announce("enrolment", "membership", 4, member.formatted(application, COMPANY, "ACTIVE", opened));
        announce("enrolment", "membership", 4, member.formatted(application, COMPANY, "ACTIVE", opened));
        announce("enrolment", "membership", 3, member.formatted(application, COMPANY, "ACTIVE", "null"));
        var first = "/v1/visits/revalidation-" + application + "-"
                + Instant.parse("2030-05-01T04:00:00Z").toEpochMilli();
        await().untilAsserted(() -> assertThat(
                        http.get(first + "-office").by(vera()).send().status())
                .isEqualTo(200));
        var dock = good(http.get(first + "-dock").by(vera())).json();
        assertThat(dock.path("type").asString()).isEqualTo("REVALIDATION");
        assertThat(dock.path("state").asString()).isEqualTo("DUE");
        assertThat(dock.path("dueOn").asString()).isEqualTo("2031-01-01");
        assertThat(dock.path("membershipId").asString()).isEqualTo(application);
        assertThat(dock.path("requirement").path("cause").asString()).isEqualTo("EVERY_SITE");
        assertThat(dock.path("requiredSites").valueStream().map(JsonNode::asString))
                .containsExactly("dock", "office");
        assertThat(good(http.get(first + "-dock").by(carla()))
                        .json()
                        .path("dueOn")
                        .asString())
                .isEqualTo("2031-01-01");

        var refused = change(first + "-dock", "/cancellation")
                .by(manager())
                .json(Map.of("reason", "No time"))
                .send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("visit-follows-revalidation");
        var again = Map.of(
                "type", "REVALIDATION",
                "company", COMPANY,
                "siteId", "dock",
                "membershipId", application,
                "riskRating", "LOW",
                "reason", "A second visit");
        assertThat(http.post("/v1/visits").by(vera()).json(again).send().problem())
                .isEqualTo("visit-open");
        announce("enrolment", "membership", 5, member.formatted(application, COMPANY, "CANCELLED", "null"));
        await().untilAsserted(() -> assertThat(good(http.get(first + "-dock").by(vera()))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED"));
    }

    private JsonNode view() {
        return good(http.get(ordered).by(vera())).json();
    }

    /** The company as it says that it has one more site than its office, and a new version of it each time. */
    private static Event company(String site, long version) {
        var data = StubEnrolment.company(COMPANY).replace("\"id\":\"dock\"", "\"id\":\"%s\"".formatted(site));
        return new Event(
                "enrolment/company/" + COMPANY + "/" + version,
                "enrolment.company.amended.v1",
                "enrolment",
                "company/" + COMPANY,
                Instant.now(),
                version,
                "user:x",
                "",
                data);
    }

    @Test
    void poisonDoesNotHoldUpWhatIsBehindIt() {
        announce("assessment", "assessment", 9, "{\"state\":\"COMPLETED\",\"riskRating\":\"PURPLE\"}");
        assessment(10, "COMPLETED", "\"LOW\"");
        await().untilAsserted(() -> assertThat(state()).isEqualTo("DUE"));
    }

    @Test
    void membersAreCountedInThePlanOfTheYearOfTheirRevalidation() {
        long before = toRevalidate();
        var membership = "{\"membershipId\":\"%s\",\"state\":\"%s\",\"revalidationDueOn\":\"2033-05-01\"}";
        announce("enrolment", "membership", 1, membership.formatted(application, "ACTIVE"));
        await().untilAsserted(() -> assertThat(toRevalidate()).isEqualTo(before + 1));
        announce("enrolment", "membership", 2, membership.formatted(application, "CANCELLED_FINAL"));
        await().untilAsserted(() -> assertThat(toRevalidate()).isEqualTo(before));
    }

    @Test
    void anExtensionMovesTheVisitsAndThePlanShowsItWithTheProgrammesDelay() {
        var member = """
                {"membershipId":"%s","company":"%s","state":"ACTIVE","revalidationDueOn":"2034-06-01",
                 "revalidationOpenedAt":"2033-06-01T04:00:00Z"}""";
        announce("enrolment", "membership", 4, member.formatted(application, COMPANY));
        var visit = "/v1/visits/revalidation-" + application + "-"
                + Instant.parse("2033-06-01T04:00:00Z").toEpochMilli() + "-dock";
        await().untilAsserted(() -> assertThat(dueOn(visit)).isEqualTo("2034-02-01"));
        owed(1, "OPEN", "2034-06-01", "COMPANY");
        await().untilAsserted(() -> assertThat(revalidations(2034, "due")).isEqualTo(1));
        assertThat(revalidations(2034, "extended")).isZero();
        assertThat(overdueVisits(2034, "overdue")).isZero();

        owed(2, "EXTENDED", "2035-06-01", "PROGRAMME");
        await().untilAsserted(() -> assertThat(dueOn(visit)).isEqualTo("2035-02-01"));
        assertThat(revalidations(2034, "due")).isZero();
        assertThat(revalidations(2035, "extended")).isEqualTo(1);
        assertThat(plan(2035).path("toRevalidate").asLong()).isEqualTo(1);

        owed(3, "OVERDUE", "2035-06-01", "PROGRAMME");
        await().untilAsserted(() ->
                assertThat(revalidations(2035, "overdueByProgramme")).isEqualTo(1));
        clock.set(Instant.parse("2035-02-02T12:00:00Z"));
        assertThat(overdueVisits(2035, "overdue")).isEqualTo(2);
        assertThat(overdueVisits(2035, "overdueByProgramme")).isEqualTo(2);
        owed(4, "MET", "2035-06-01", "PROGRAMME");
        await().untilAsserted(() -> assertThat(revalidations(2035, "done")).isEqualTo(1));
        assertThat(revalidations(2035, "overdue")).isZero();
    }

    private void owed(long version, String state, String dueOn, String turn) {
        announce("enrolment", "obligation", version, """
                {"obligationId":"x","membershipId":"%s","kind":"REVALIDATION","source":"cycle/2034-06-01",
                 "owner":"COMPANY","turn":"%s","state":"%s","dueOn":"%s"}""".formatted(application, turn, state, dueOn));
    }

    private String dueOn(String visit) {
        return http.get(visit).by(vera()).send().json().path("dueOn").asString("");
    }

    private long revalidations(int year, String figure) {
        return plan(year).path("revalidations").path(figure).asLong(-1);
    }

    private long overdueVisits(int year, String figure) {
        return plan(year).path("lines").get(1).path(figure).asLong(-1);
    }

    private JsonNode plan(int year) {
        return good(http.get("/v1/visits/plan?year=" + year).by(manager())).json();
    }

    private long toRevalidate() {
        return good(http.get("/v1/visits/plan?year=2033").by(manager()))
                .json()
                .path("toRevalidate")
                .asLong();
    }

    private String state() {
        return http.get(path).by(vera()).send().json().path("state").asString("");
    }

    private void assessment(long version, String state, String risk) {
        var data = "{\"applicationId\":\"%s\",\"company\":\"%s\",\"state\":\"%s\",\"riskRating\":%s}";
        announce("assessment", "assessment", version, data.formatted(application, COMPANY, state, risk));
    }

    private void announce(String source, String aggregate, long version, String data) {
        var id = source + "/" + aggregate + "/" + application + "/" + version;
        var type = source + "." + aggregate + ".changed.v1";
        var event =
                new Event(id, type, source, aggregate + "/" + application, Instant.now(), version, "user:x", "", data);
        rabbit.send(exchange.getName(), type, EventMessages.write(event));
    }
}
