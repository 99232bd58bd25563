package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.assessment.Steps.APPROVER;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** More time for a corrective action, and one that is not done when the company says it is. */
@ServiceIT
class CorrectiveActionIT {

    private static final String ACTION = "/actions/A3CHY-1";

    private final Enrolment enrolment;
    private final Steps steps;
    private String assessment = "";

    CorrectiveActionIT(Http http, RabbitTemplate rabbit, TopicExchange exchange) {
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
    }

    @BeforeEach
    void aFailedMust() {
        assessment = enrolment.applicationOfACarrier();
        steps.complete(assessment, "A3CHY");
    }

    @Test
    void anApproverGrantsMoreTimeAndTheHistorySaysUntilWhen() {
        LocalDate due = dueOn();
        LocalDate later = due.plusMonths(3);
        Answer extended = extend(later);
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(action().path("dueOn").asString()).isEqualTo(later.toString());
        assertThat(action().path("extensions").asInt()).isEqualTo(1);
        assertThat(action().path("comment").asString()).isEqualTo("The supplier is late.");
        assertThat(action().path("state").asString()).isEqualTo("PROPOSED");
        JsonNode items = steps.read(assessment + "/history", ASSESSOR).json().path("items");
        JsonNode last = items.path(items.size() - 1);
        assertThat(last.path("change").asString()).isEqualTo("action-extended");
        assertThat(last.path("actor").asString()).isEqualTo("user:paul");
        assertThat(last.path("reason").asString()).contains("due " + later);
    }

    @Test
    void moreTimeIsNeitherLessNorWithoutEnd() {
        LocalDate due = dueOn();
        for (LocalDate wrong : new LocalDate[] {due, due.plusYears(3)}) {
            Answer refused = extend(wrong);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("dueOn");
        }
        assertThat(dueOn()).isEqualTo(due);
        assertThat(action().path("extensions").asInt()).isZero();
    }

    @Test
    void whatIsNotDoneIsRejectedStaysOwedAndIsTakenUpAgain() {
        var agreed = Map.of("ownerFunction", "Security", "plan", "We write it.");
        var notSeen = Map.of("comment", "Only a draft was shown.");
        act("/agreement", OWNER, agreed);
        act("/start", OWNER, null);
        assertThat(steps.act(assessment, ACTION + "/rejection", ASSESSOR, notSeen)
                        .problem())
                .as("nothing was handed in")
                .isEqualTo("wrong-state");
        act("/submission", OWNER, Map.of("outcome", "It is written."));

        act("/rejection", ASSESSOR, notSeen);
        assertThat(action().path("state").asString()).isEqualTo("REJECTED");
        assertThat(action().path("comment").asString()).isEqualTo("Only a draft was shown.");
        assertThat(action().path("outcome").asString()).isEqualTo("It is written.");
        assertThat(openMustActions()).isEqualTo(1);
        assertThat(steps.act(assessment, ACTION + "/verification", ASSESSOR, Map.of("comment", "Seen."))
                        .problem())
                .isEqualTo("wrong-state");

        act("/start", OWNER, null);
        assertThat(action().path("submittedOn").isNull()).isTrue();
        act("/submission", OWNER, Map.of("outcome", "It is signed."));
        act("/verification", ASSESSOR, Map.of("comment", "Seen."));
        assertThat(openMustActions()).isZero();
    }

    private void act(String step, TestTokens caller, Object body) {
        Answer done = steps.act(assessment, ACTION + step, caller, body);
        assertThat(done.status()).as(step + ": " + done.text()).isEqualTo(200);
    }

    private Answer extend(LocalDate dueOn) {
        var request = Map.of("dueOn", dueOn.toString(), "reason", "The supplier is late.");
        return steps.act(assessment, ACTION + "/extension", APPROVER, request);
    }

    private LocalDate dueOn() {
        return LocalDate.parse(action().path("dueOn").asString());
    }

    /** As the company reads it. */
    private JsonNode action() {
        return steps.read(assessment + "/actions", OWNER).json().path("items").path(0);
    }

    private int openMustActions() {
        return steps.read(assessment, OWNER).json().path("openMustActions").asInt();
    }
}
