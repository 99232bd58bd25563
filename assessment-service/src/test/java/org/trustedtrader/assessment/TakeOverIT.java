package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;
import static org.trustedtrader.assessment.Steps.PDF;
import static org.trustedtrader.assessment.Steps.STRANGER;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;

/** A carrier that withdrew, or whose first membership is over, applies again. */
@ServiceIT
class TakeOverIT {

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private final EvidenceStore store;
    private final MongoDatabase database;

    TakeOverIT(Http http, RabbitTemplate rabbit, TopicExchange exchange, EvidenceStore store, MongoDatabase database) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
        this.store = store;
        this.database = database;
    }

    @Test
    void aNewAssessmentTakesOverWhatFitsOfTheWithdrawnOne() {
        String withdrawn = enrolment.applicationOfACarrier();
        steps.answerEverything(withdrawn);
        enrolment.application(id(withdrawn), 9, "WITHDRAWN");
        await().until(() -> state(withdrawn).equals("CLOSED"));
        String fresh = enrolment.applicationOfACarrier();
        var no = Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "NO")));
        assertThat(steps.act(fresh, "/answers", OWNER, no).status()).isEqualTo(200);

        JsonNode offer = offered(fresh, withdrawn);
        int asked =
                steps.read(fresh, OWNER).json().path("progress").path("total").asInt();
        assertThat(offer.path("state").asString()).isEqualTo("CLOSED");
        assertThat(offer.path("answered").asInt()).isEqualTo(asked);
        assertThat(offer.path("fittingAnswers").asInt()).isEqualTo(asked - 1);
        assertThat(offer.path("fittingEvidence").asInt()).isPositive();

        Answer taken = takeOver(fresh, withdrawn);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("progress").path("answered").asInt()).isEqualTo(asked);
        assertThat(taken.json().path("progress").path("accepted").asInt()).isZero();
        var profile = steps.read(fresh + "/profile", OWNER).json().path("items").valueStream();
        assertThat(profile.filter(item -> item.path("criterion").asString().equals("NR63S")))
                .singleElement()
                .satisfies(item -> assertThat(item.path("value").asString()).isEqualTo("NO"));
        assertThat(takeOver(fresh, withdrawn).problem()).isEqualTo("nothing-to-take-over");
        assertThat(steps.declareChain(fresh, Map.of("legs", List.of(Steps.LEG))).status())
                .isEqualTo(200);
        assertThat(steps.act(fresh, "/submission", OWNER, null).status()).isEqualTo(200);
        assertThat(takeOver(fresh, withdrawn).problem()).isEqualTo("wrong-state");
        theFilesStayWhateverBecomesOfTheEarlierAssessment(withdrawn, fresh);
    }

    private void theFilesStayWhateverBecomesOfTheEarlierAssessment(String earlier, String fresh) {
        database.getCollection("assessments").deleteOne(Filters.eq("_id", id(earlier)));
        var chunks = database.getCollection("evidenceChunks");
        for (Document chunk : chunks.find()) {
            chunks.updateOne(
                    Filters.eq("_id", chunk.getString("_id")), Updates.set("waitingSince", Date.from(Instant.EPOCH)));
        }
        store.discardForgotten(Instant.now());
        var files = steps.read(fresh + "/evidence", OWNER).json().path("items");
        assertThat(files.isEmpty()).isFalse();
        for (JsonNode file : files) {
            assertThat(steps.read(fresh + "/evidence/" + file.path("fileId").asString(), ASSESSOR)
                            .text())
                    .isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void whatIsNoEarlierAssessmentOfTheCompanyIsLikeNone() {
        String first = enrolment.applicationOfACarrier();
        String second = enrolment.applicationOfACarrier();
        for (Answer hidden :
                List.of(takeOver(first, second), takeOver(first, first), takeOver(first, "/v1/assessments/none"))) {
            assertThat(hidden.status()).as(hidden.text()).isEqualTo(404);
        }
        assertThat(http.post(second + "/take-over")
                        .by(STRANGER)
                        .ifMatch(1)
                        .json(Map.of("assessmentId", id(first)))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(steps.read(second + "/earlier-profiles", STRANGER).status()).isEqualTo(404);
        assertThat(http.post(second + "/take-over")
                        .by(OWNER)
                        .ifMatch(1)
                        .json(Map.of())
                        .send()
                        .problem())
                .isEqualTo("invalid-input");
    }

    private JsonNode offered(String fresh, String earlier) {
        Optional<JsonNode> offer = steps.read(fresh + "/earlier-profiles", OWNER)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("assessmentId").asString().equals(id(earlier)))
                .findFirst();
        return offer.orElseThrow();
    }

    private Answer takeOver(String fresh, String earlier) {
        return steps.act(fresh, "/take-over", OWNER, Map.of("assessmentId", id(earlier)));
    }

    private String state(String assessment) {
        return steps.read(assessment, ASSESSOR).json().path("state").asString();
    }

    private static String id(String assessment) {
        return assessment.substring(assessment.lastIndexOf('/') + 1);
    }
}
