package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;
import static org.trustedtrader.assessment.Steps.STRANGER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A carrier's way through an assessment on the real parts, from the event that opens it to the last corrective action.
 */
@ServiceIT
class AssessmentIT {

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private final ThreatLevels threats;
    private String assessment = "";

    AssessmentIT(Http http, RabbitTemplate rabbit, TopicExchange exchange, AssessmentRules rules) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
        this.threats = rules.riskModel().threats();
    }

    @BeforeEach
    void aFiledApplication() {
        assessment = enrolment.applicationOfACarrier();
    }

    @Test
    void leadsACarrierFromTheFirstAnswerToTheLastCorrectiveAction() {
        assertThat(state()).isEqualTo("OPEN");
        assertThat(steps.act(assessment, "/submission", OWNER, null).problem()).isEqualTo("profile-incomplete");

        steps.submit(assessment);
        steps.reviewRejecting(assessment, "A3CHY", "M67HD");
        var corrected =
                Map.of("answers", List.of(Map.of("criterion", "M67HD", "value", "The driver signs the new list.")));
        assertThat(steps.act(assessment, "/answers", OWNER, corrected).status()).isEqualTo(200);
        assertThat(steps.act(assessment, "/completion", ASSESSOR, Map.of()).problem())
                .isEqualTo("answers-not-judged");
        var accepted = Map.of("judgements", List.of(Map.of("criterion", "M67HD", "verdict", "ACCEPT")));
        assertThat(steps.act(assessment, "/review", ASSESSOR, accepted).status())
                .isEqualTo(200);

        JsonNode completed = steps.act(assessment, "/completion", ASSESSOR, Map.of("comment", "Almost."))
                .json();
        assertThat(completed.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(completed.path("openMustActions").asInt()).isEqualTo(1);
        assertThat(completed.path("assessors").path(0).asString()).isEqualTo("user:adam");

        String action = "/actions/A3CHY-1";
        steps.act(
                assessment, action + "/agreement", OWNER, Map.of("ownerFunction", "Security", "plan", "We write it."));
        steps.act(assessment, action + "/start", OWNER, null);
        steps.act(assessment, action + "/submission", OWNER, Map.of("outcome", "It is written."));
        Answer verified = steps.act(assessment, action + "/verification", ASSESSOR, Map.of("comment", "Seen."));
        assertThat(verified.json().path("state").asString()).isEqualTo("VERIFIED");
        assertThat(steps.read(assessment, OWNER).json().path("openMustActions").asInt())
                .isZero();
        tellsTheCompanyInWhichRoleSomebodyActedAndOfficersWho();
    }

    private void tellsTheCompanyInWhichRoleSomebodyActedAndOfficersWho() {
        var forCompany = steps.read(assessment + "/history", OWNER).json().path("items");
        assertThat(forCompany.path(0).path("change").asString()).isEqualTo("opened");
        assertThat(forCompany.path(0).path("role").asString()).isEqualTo("programme");
        assertThat(forCompany.valueStream()).allMatch(line -> line.path("actor").isNull());
        var forOfficers = steps.read(assessment + "/history", ASSESSOR).json().path("items");
        assertThat(forOfficers.path(0).path("actor").asString()).isEqualTo("service:assessment");
        assertThat(steps.read(assessment, OWNER).json().path("assessors").isEmpty())
                .isTrue();
    }

    @Test
    void whyAnOfficerOpenedTheFileAgainStaysWithTheOfficers() {
        steps.complete(assessment);
        steps.act(
                assessment,
                "/reopening",
                ASSESSOR,
                Map.of("cause", "INCIDENT", "reason", "A seizure under inquiry.", "internalNote", "informant-4711"));
        for (String part : List.of("", "/profile", "/history", "/evidence", "/supply-chain", "/risk", "/actions")) {
            assertThat(steps.read(assessment + part, OWNER).text())
                    .as(part)
                    .doesNotContain("informant-4711", "internalNote");
        }
        assertThat(steps.read(assessment + "/history", ASSESSOR).text())
                .contains("\"internalNote\":\"informant-4711\"");
        assertThat(lastReason(OWNER)).isEmpty();
        assertThat(lastReason(ASSESSOR)).contains("seizure");
    }

    private String lastReason(TestTokens reader) {
        var items = steps.read(assessment + "/history", reader).json().path("items");
        var last = items.path(items.size() - 1);
        assertThat(last.path("change").asString()).isEqualTo("reopened");
        return last.path("reason").asString();
    }

    @Test
    void aProfileWithoutASupplyChainIsUnratedAndNotSubmitted() {
        steps.answerEverything(assessment);
        JsonNode risk = steps.read(assessment + "/risk", ASSESSOR).json();
        assertThat(risk.path("rating").asString()).isEqualTo("UNRATED");
        assertThat(risk.path("explanation").asString()).contains("No supply chain", "HIGHWAY_CARRIER");
        Answer french = http.get(assessment + "/risk")
                .by(ASSESSOR)
                .header("Accept-Language", "fr")
                .send();
        assertThat(french.json().path("explanation").asString()).startsWith("Aucune chaîne d’approvisionnement");

        Answer refused = steps.act(assessment, "/submission", OWNER, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("profile-incomplete");
        assertThat(refused.json().path("errors").size()).isEqualTo(1);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("supplyChain");

        assertThat(steps.declareChain(assessment, Map.of("legs", List.of(Steps.LEG)))
                        .status())
                .isEqualTo(200);
        assertThat(steps.act(assessment, "/submission", OWNER, null).status()).isEqualTo(200);
        steps.reviewRejecting(assessment);
        assertThat(steps.declareChain(assessment, Map.of("legs", List.of())).status())
                .isEqualTo(200);
        Answer notCompleted = steps.act(assessment, "/completion", ASSESSOR, Map.of());
        assertThat(notCompleted.problem()).isEqualTo("profile-incomplete");
        assertThat(notCompleted.json().path("errors").path(0).path("field").asString())
                .isEqualTo("supplyChain");
    }

    @Test
    void aBrokerIsAskedForWhatIsItsOwnAndRatedWithoutAChain() {
        var asked = steps.read("/v1/criteria?version=2026.2&lineOfBusiness=CUSTOMS_BROKER&language=fr", OWNER)
                .json()
                .path("items");
        assertThat(asked.valueStream().map(criterion -> criterion.path("id").asString()))
                .contains("KV7PN", "W2FQD", "DX3GM", "Y6JMV")
                .doesNotContain("TC6R8", "N9EUK");

        String broker = enrolment.applicationOf("CUSTOMS_BROKER");
        steps.answerEverything(broker);
        assertThat(steps.act(broker, "/submission", OWNER, null).status()).isEqualTo(200);
        steps.reviewRejecting(broker);
        Answer completed = steps.act(broker, "/completion", ASSESSOR, Map.of());
        assertThat(completed.json().path("riskRating").asString()).isEqualTo("LOW");
        JsonNode risk = steps.read(broker + "/risk", ASSESSOR).json();
        assertThat(risk.path("decidedBy").asString()).isEqualTo("CRITERIA_ALONE");
        assertThat(risk.path("explanation").asString()).contains("moves no goods");
    }

    /** The levels are published; what a level rests on stays with the programme. */
    @Test
    void theLevelsOnItsOwnChainAreShownToACompanyAndTheirSourcesToNoReader() {
        steps.complete(assessment);
        JsonNode risk = steps.read(assessment + "/risk", OWNER).json();
        assertThat(risk.path("legs").path(0).path("threat").path("level").asInt())
                .isEqualTo(2);
        assertThat(risk.path("legs")
                        .path(0)
                        .path("threat")
                        .path("factors")
                        .path(1)
                        .asString())
                .isEqualTo("US-MI: CONTRABAND 2");
        String source = threats.source().strip();
        for (TestTokens reader : List.of(OWNER, ASSESSOR)) {
            for (String part : List.of("", "/profile", "/history", "/evidence", "/supply-chain", "/risk", "/actions")) {
                assertThat(steps.read(assessment + part, reader).text())
                        .as(part)
                        .doesNotContain(source)
                        .doesNotContainIgnoringCase("\"source");
            }
            Answer supposed = http.post(assessment + "/risk/what-if")
                    .by(reader)
                    .json(Map.of("threats", Map.of("US-MI", 3)))
                    .send();
            assertThat(supposed.status()).isEqualTo(200);
            assertThat(supposed.text()).doesNotContain(source).doesNotContainIgnoringCase("\"source");
        }
    }

    @Test
    void explainsTheRatingLegByLeg() {
        enrolment.companyWithASite("S1");
        var legs = List.of(Map.of(
                "id",
                "L1",
                "from",
                Map.of("siteId", "S1"),
                "to",
                Map.of("name", "Parts Inc.", "country", "US", "region", "MI"),
                "mode",
                "ROAD",
                "custodyChange",
                true));
        await().untilAsserted(() -> assertThat(http.put(assessment + "/supply-chain")
                        .by(OWNER)
                        .ifMatch(steps.version(assessment))
                        .json(Map.of("legs", legs))
                        .send()
                        .status())
                .isEqualTo(200));
        steps.complete(assessment, "A3CHY");

        JsonNode risk = steps.read(assessment + "/risk", ASSESSOR).json();
        assertThat(risk.path("rating").asString()).isEqualTo("HIGH");
        assertThat(risk.path("provisional").asBoolean()).isFalse();
        assertThat(risk.path("decidedBy").asString()).isEqualTo("WORST_LEG");
        JsonNode leg = risk.path("legs").path(0);
        assertThat(leg.path("from").asString()).isEqualTo("Windsor yard (CA-ON)");
        assertThat(leg.path("threat").path("level").asInt()).isEqualTo(2);
        assertThat(leg.path("vulnerability").path("factors").path(0).asString()).isEqualTo("SEALS: MUST A3CHY failed");
        assertThat(leg.path("score").asInt()).isEqualTo(6);

        long before = steps.version(assessment);
        Answer supposed = http.post(assessment + "/risk/what-if")
                .by(ASSESSOR)
                .json(Map.of("failed", List.of(), "threats", Map.of("US-MI", 1)))
                .send();
        assertThat(supposed.json().path("rating").asString()).isEqualTo("LOW");
        assertThat(steps.read(assessment + "/risk", ASSESSOR).json()).isEqualTo(risk);
        assertThat(steps.version(assessment)).isEqualTo(before);
    }

    @Test
    void closesWithTheApplicationwhateverElseArrivesLater() {
        String id = assessment.substring(assessment.lastIndexOf('/') + 1);
        enrolment.application(id, 9, "WITHDRAWN");
        await().until(() -> state().equals("CLOSED"));
        enrolment.application(id, 5, "IN_REVIEW");
        String other = enrolment.applicationOfACarrier();
        assertThat(other).isNotEqualTo(assessment);
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    void closesWithTheMembershipAndNotWithACancellationThatMayBeAppealed() {
        steps.complete(assessment, "A3CHY");
        String id = assessment.substring(assessment.lastIndexOf('/') + 1);
        enrolment.membership(id, 3, Instant.parse("2029-11-23T05:00:00Z"));
        await().until(() -> state().equals("REOPENED"));
        enrolment.membership(id, 4, "CANCELLED", null);
        enrolment.membership(id, 6, "CANCELLED_FINAL", null);
        await().until(() -> state().equals("CLOSED"));
        assertThat(lastEntry(OWNER).path("reason").asString()).contains("CANCELLED_FINAL");
        assertThat(announced(id).path("state").asString()).isEqualTo("CLOSED");
        assertThat(steps.act(assessment, "/submission", OWNER, null).problem()).isEqualTo("wrong-state");
    }

    @Test
    void theRevalidationOfTheMembershipHasTheProfileRefreshedAndAssessedAgain() {
        steps.complete(assessment, "A3CHY");
        String id = assessment.substring(assessment.lastIndexOf('/') + 1);
        Instant opening = Instant.parse("2029-11-23T05:00:00Z");
        enrolment.membership(id, 3, opening);
        enrolment.membership(id, 3, opening);
        await().until(() -> state().equals("REOPENED"));
        enrolment.membership(id, 2, opening.minusSeconds(60));
        assertThat(lastEntry(OWNER).path("change").asString()).isEqualTo("revalidation-opened");
        assertThat(lastEntry(OWNER).path("reason").asString()).contains("REVALIDATION");
        assertThat(lastEntry(ASSESSOR).path("actor").asString()).isEqualTo("service:assessment");
        assertThat(announced(id).path("revalidationOpenedAt").asString()).isEqualTo("2029-11-23T05:00:00Z");
        assertThat(announced(id).path("state").asString()).isEqualTo("REOPENED");

        String action = "/actions/A3CHY-1";
        steps.act(
                assessment, action + "/agreement", OWNER, Map.of("ownerFunction", "Security", "plan", "We write it."));
        steps.act(assessment, action + "/start", OWNER, null);
        steps.act(assessment, action + "/submission", OWNER, Map.of("outcome", "It is written."));
        assertThat(announced(id).path("mustActions").path(0).path("state").asString())
                .isEqualTo("SUBMITTED");

        assertThat(steps.act(assessment, "/submission", OWNER, null).status()).isEqualTo(200);
        assertThat(steps.act(assessment, "/completion", ASSESSOR, Map.of()).problem())
                .isEqualTo("answers-not-judged");
        steps.reviewRejecting(assessment);
        assertThat(steps.act(assessment, "/completion", ASSESSOR, Map.of("comment", "Still good."))
                        .status())
                .isEqualTo(200);
        steps.act(assessment, action + "/verification", ASSESSOR, Map.of("comment", "Seen."));
        JsonNode verified = announced(id).path("mustActions").path(0);
        assertThat(verified.path("actionId").asString()).isEqualTo("A3CHY-1");
        assertThat(verified.path("state").asString()).isEqualTo("VERIFIED");
        assertThat(announced(id).path("state").asString()).isEqualTo("COMPLETED");
        long before = steps.version(assessment);
        enrolment.membership(id, 4, opening);
        enrolment.membership(id, 5, null);
        enrolment.applicationOfACarrier();
        assertThat(steps.version(assessment)).isEqualTo(before);
    }

    /** The data of the newest event. */
    private JsonNode announced(String id) {
        var after = "";
        var newest = "";
        JsonNode page;
        do {
            page = http.get("/internal/changes/assessment?limit=200&after=" + after)
                    .by(TestTokens.service("enrolment"))
                    .send()
                    .json();
            for (JsonNode event : page.path("events")) {
                newest = event.path("subject").asString().equals("assessment/" + id)
                        ? event.path("data").asString()
                        : newest;
            }
            after = page.path("next").asString();
        } while (page.path("more").asBoolean());
        return JsonMapper.builder().build().readTree(newest);
    }

    private JsonNode lastEntry(TestTokens reader) {
        var items = steps.read(assessment + "/history", reader).json().path("items");
        return items.path(items.size() - 1);
    }

    @Test
    void nobodyOpensTheFileByHandInTheNameOfARevalidation() {
        steps.complete(assessment);
        Answer refused =
                steps.act(assessment, "/reopening", ASSESSOR, Map.of("cause", "REVALIDATION", "reason", "It is time."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(state()).isEqualTo("COMPLETED");
    }

    @Test
    void doesNotTellAnotherCompanysAssessmentFromNone() {
        String nothing = "/v1/assessments/" + UUID.randomUUID();
        for (String part : List.of("", "/profile", "/history", "/evidence", "/supply-chain", "/risk", "/actions")) {
            Answer hidden = steps.read(assessment + part, STRANGER);
            Answer absent = steps.read(nothing + part, STRANGER);
            assertThat(hidden.status()).isEqualTo(404).isEqualTo(absent.status());
            assertThat(hidden.json().path("detail")).isEqualTo(absent.json().path("detail"));
        }
    }

    @Test
    void listsPageByPageAndEachCompanyItsOwn() {
        enrolment.applicationOfACarrier();
        Answer first = steps.read("/v1/assessments?limit=1", OWNER);
        assertThat(first.json().path("items").size()).isEqualTo(1);
        String next = first.json().path("next").asString();
        Answer second = steps.read("/v1/assessments?limit=1&after=" + next, OWNER);
        assertThat(second.json().path("items").path(0).path("assessmentId"))
                .isNotEqualTo(first.json().path("items").path(0).path("assessmentId"));
        assertThat(steps.read("/v1/assessments", STRANGER).json().path("items").isEmpty())
                .isTrue();
        assertThat(steps.read("/v1/assessments?state=CLOSED&company=111222337", ASSESSOR)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    private String state() {
        return steps.read(assessment, ASSESSOR).json().path("state").asString();
    }
}
