package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** What enrolment learns about a member's profile for the annual review. */
@ServiceIT
class ReviewBasisIT {

    private static final String CRITERION = "A3CHY";

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private String assessment = "";

    ReviewBasisIT(Http http, RabbitTemplate rabbit, TopicExchange exchange) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
    }

    @BeforeEach
    void anAssessment() {
        assessment = enrolment.applicationOfACarrier();
    }

    @Test
    void evidenceIsMissingUntilAFileCountsAndShowsHowLong() {
        assertThat(criterion().path("state").asString()).isEqualTo("EMPTY");
        assertThat(criterion().path("evidenceMissing").asBoolean())
                .as("an answer is missing, not its evidence")
                .isFalse();
        var answer = Map.of("criterion", CRITERION, "value", "We do this at every site.");
        steps.act(assessment, "/answers", Steps.OWNER, Map.of("answers", List.of(answer)));
        assertThat(criterion().path("evidenceMissing").asBoolean()).isTrue();
        assertThat(criterion().path("answerVersion").asLong()).isPositive();

        var until = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        steps.attach(assessment, CRITERION, "seals.pdf&expiresOn=" + until, "application/pdf", Steps.PDF);
        assertThat(criterion().path("evidenceMissing").asBoolean()).isFalse();
        assertThat(criterion().path("evidenceUntil").asString()).isEqualTo(until.toString());
    }

    @Test
    void evidenceIsRenewedWhileTheAssessmentIsCompleted() {
        steps.complete(assessment);
        var before = criterion();
        var attached = steps.attach(assessment, CRITERION, "renewed.pdf", "application/pdf", Steps.PDF);
        assertThat(attached.status()).isEqualTo(201);
        assertThat(criterion().path("answerVersion").asLong())
                .as("the answer stays")
                .isEqualTo(before.path("answerVersion").asLong());
        assertThat(criterion().path("state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void anotherSupplyChainHasAnotherVersion() {
        var undeclared = basis().path("supplyChain");
        assertThat(undeclared.path("partners").size()).isZero();
        assertThat(steps.declareChain(assessment, Map.of("legs", List.of(Steps.LEG)))
                        .status())
                .isEqualTo(200);
        var chain = basis().path("supplyChain");
        assertThat(chain.path("version").asString())
                .isNotEqualTo(undeclared.path("version").asString());
        assertThat(chain.path("partners").path(0).asString()).isEqualTo("Terminal");
        assertThat(basis().path("supplyChain").path("version").asString())
                .isEqualTo(chain.path("version").asString());
    }

    @Test
    void thereIsNoneWithoutAnAssessment() {
        var none = read("/internal/assessments/" + UUID.randomUUID() + "/review-basis");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.problem()).isEqualTo("not-found");
    }

    private JsonNode basis() {
        var answer = read(assessment.replace("/v1/", "/internal/") + "/review-basis");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode criterion() {
        for (JsonNode one : basis().path("criteria")) {
            if (one.path("criterion").asString().equals(CRITERION)) {
                return one;
            }
        }
        throw new AssertionError("not asked: " + CRITERION);
    }

    private Http.Answer read(String path) {
        return http.get(path).by(TestTokens.service("enrolment")).send();
    }
}
