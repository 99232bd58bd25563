package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** The answers have a document of their own, which is never ahead of the assessment and catches up when it is behind. */
@ServiceIT
class ProfileIT {

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private final MongoDatabase database;
    private String assessment = "";

    ProfileIT(Http http, RabbitTemplate rabbit, TopicExchange exchange, MongoDatabase database) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
        this.database = database;
    }

    @BeforeEach
    void aFiledApplication() {
        enrolment.company("987654324", 1); // of the older documents
        assessment = enrolment.applicationOfACarrier();
    }

    @Test
    void savingOneAnswerWritesThatAnswerIntoTheAssessmentAndNoOther() {
        steps.answerEverything(assessment);
        answer("NR63S", "NO");
        assertThat(state("assessments", id()).getList("answers", Document.class))
                .extracting(given -> given.getString("criterion"))
                .containsExactly("NR63S");
        assertThat(state("profiles", id() + "-company").getList("answers", Document.class))
                .hasSizeGreaterThan(30);
        assertThat(valueOf("NR63S")).isEqualTo("NO");
    }

    @Test
    void aSubmissionPinsTheVersionAndAnAnswerSaysInWhichItWasGivenAndJudged() {
        steps.submit(assessment);
        long submitted = profile().getLong("submitted");
        assertThat(submitted).isEqualTo(stored("profiles", id() + "-company").getLong("version"));
        steps.reviewRejecting(assessment, "A3CHY");
        answer("A3CHY", "Now it is written down.");
        assertThat(profile().getLong("submitted")).isEqualTo(submitted);
        assertThat(answerOf("A3CHY").getLong("givenIn")).isEqualTo(submitted + 2);
        assertThat(answerOf("NR63S").getLong("givenIn")).isLessThanOrEqualTo(submitted);
        assertThat(answerOf("NR63S").getLong("judgedIn")).isEqualTo(submitted);
    }

    @Test
    void everyChangeOfTheAnswersIsInTheHistoryOfBothWithItsActor() {
        steps.submit(assessment);
        steps.reviewRejecting(assessment, "A3CHY");
        assertThat(stored("profiles", id() + "-company").getList("history", Document.class))
                .extracting(entry -> entry.getString("name") + " " + entry.getString("actor"))
                .containsExactly("opened service:assessment", "answered user:carla", "reviewed user:adam");
        assertThat(stored("assessments", id()).getList("history", Document.class))
                .extracting(entry -> entry.getString("name"))
                .contains("opened", "answered", "submitted", "reviewed");
    }

    @Test
    void aProfileAnnouncesNothing() {
        answer("NR63S", "YES");
        assertThat(stored("profiles", id() + "-company").getList("outbox", Document.class, List.of()))
                .isEmpty();
    }

    @Test
    void aChangeThatACrashKeptFromTheProfileIsThereForTheNextReaderAndTheNextChange() {
        answer("NR63S", "YES");
        Document before = stored("profiles", id() + "-company");
        answer("NR63S", "NO");
        answer("H6224", "The first text.");
        Document after = stored("profiles", id() + "-company");
        assertThat(after.getLong("version")).isEqualTo(before.getLong("version") + 2);

        answer("H6224", "The second text.");
        put("profiles", after);
        assertThat(valueOf("H6224")).isEqualTo("The second text.");
        put("profiles", after);
        answer("NR63S", "YES");
        assertThat(valueOf("H6224")).isEqualTo("The second text.");
        assertThat(valueOf("NR63S")).isEqualTo("YES");
        assertThat(stored("profiles", id() + "-company").getLong("version")).isEqualTo(after.getLong("version") + 2);
    }

    @Test
    void anOpenedAssessmentWithoutItsProfileHasItAgain() {
        database.getCollection("profiles").deleteOne(Filters.eq("_id", id() + "-company"));
        answer("NR63S", "YES");
        assertThat(valueOf("NR63S")).isEqualTo("YES");
        assertThat(stored("profiles", id() + "-company").getLong("version")).isEqualTo(2);
    }

    @Test
    void aDocumentOfTheVersionBeforeIsReadAndItsAnswersAreCarriedOver() throws IOException {
        Document old = Document.parse(
                Files.readString(Path.of("src/test/resources/golden/assessment-document-with-answers.json")));
        put("assessments", old);
        assessment = "/v1/assessments/" + old.getString("_id");
        List<Document> answers = old.get("state", Document.class).getList("answers", Document.class);
        await().until(() -> steps.read(assessment, ASSESSOR).status() == 200);

        for (JsonNode item :
                steps.read(assessment + "/profile", ASSESSOR).json().path("items")) {
            Document given = of(answers, item.path("criterion").asString());
            assertThat(item.path("state").asString()).isEqualTo(given.getString("state"));
            assertThat(item.path("value").asString(null)).isEqualTo(given.getString("value"));
        }
        assertThat(steps.read(assessment, ASSESSOR)
                        .json()
                        .path("progress")
                        .path("total")
                        .asInt())
                .isEqualTo(answers.size());
        assertThat(stored("assessments", id())).isEqualTo(old);
        assertThat(stored("profiles", id() + "-company")).isNull();

        steps.act(assessment, "/reopening", ASSESSOR, Map.of("cause", "OFFICER", "reason", "Look again."));
        var owner = TestTokens.user("olga")
                .roles("account-owner")
                .company(old.get("state", Document.class).getString("company"));
        Answer given = http.put(assessment + "/answers/NR63S")
                .by(owner)
                .ifMatch(steps.version(assessment))
                .json(Map.of("value", "NO"))
                .send();
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(valueOf("NR63S")).isEqualTo("NO");
        assertThat(state("assessments", id()).getList("answers", Document.class))
                .hasSize(1);
        assertThat(stored("profiles", id() + "-company").getList("history", Document.class))
                .extracting(entry -> entry.getString("name"))
                .containsExactly("carried-over", "answered");
        assertThat(state("profiles", id() + "-company").getList("answers", Document.class))
                .hasSize(answers.size());
    }

    @Test
    void theFirstChangeOfADocumentOfTheVersionBeforeMovesAllItsAnswersWhateverLiesThere() throws IOException {
        for (boolean carriedOverBefore : new boolean[] {false, true}) {
            Document old = openDocumentOfTheVersionBefore();
            put("assessments", old);
            List<Document> answers = old.get("state", Document.class).getList("answers", Document.class);
            if (carriedOverBefore) {
                put("profiles", new Document(stored("profiles", id() + "-company")).append("version", 1L));
            } else {
                database.getCollection("profiles").deleteOne(Filters.eq("_id", id() + "-company"));
            }
            String value = carriedOverBefore ? "YES" : "NO";
            answer("NR63S", value);
            assertThat(valueOf("NR63S")).isEqualTo(value);
            Document profile = stored("profiles", id() + "-company");
            assertThat(profile.getLong("version")).isEqualTo(carriedOverBefore ? 2 : 1);
            assertThat(profile().getLong("version")).isEqualTo(profile.getLong("version"));
            assertThat(answerOf("NR63S").getLong("givenIn")).isEqualTo(profile.getLong("version"));
            assertThat(state("profiles", id() + "-company").getList("answers", Document.class))
                    .hasSize(answers.size());
        }
    }

    @Test
    void aProfileOfALaterBackupThanTheAssessmentIsRefused() {
        answer("NR63S", "YES");
        Document assessmentBefore = stored("assessments", id());
        answer("NR63S", "NO");
        Document assessmentAfter = stored("assessments", id());
        put("assessments", assessmentBefore);
        Answer given = http.put(assessment + "/answers/H6224")
                .by(OWNER)
                .ifMatch(steps.version(assessment))
                .json(Map.of("value", "A text that would be lost."))
                .send();
        assertThat(given.status()).as(given.text()).isEqualTo(503);
        assertThat(given.text()).contains("are being restored");
        assertThat(steps.read(assessment + "/profile", ASSESSOR).status()).isEqualTo(503);
        assertThat(stored("assessments", id())).isEqualTo(assessmentBefore);
        put("assessments", assessmentAfter);
        answer("H6224", "A text that is kept.");
        assertThat(valueOf("H6224")).isEqualTo("A text that is kept.");
    }

    /** Of {@code OWNER}'s company. */
    private Document openDocumentOfTheVersionBefore() throws IOException {
        Document old = Document.parse(
                Files.readString(Path.of("src/test/resources/golden/assessment-document-with-answers.json")));
        Document here = stored("assessments", id());
        Document state = old.get("state", Document.class);
        state.put("company", here.get("state", Document.class).getString("company"));
        state.put("state", "OPEN");
        return old.append("_id", id());
    }

    private void answer(String criterion, String value) {
        Answer given = http.put(assessment + "/answers/" + criterion)
                .by(OWNER)
                .ifMatch(steps.version(assessment))
                .json(Map.of("value", value))
                .send();
        assertThat(given.status()).as(given.text()).isEqualTo(200);
    }

    private String valueOf(String criterion) {
        for (JsonNode item :
                steps.read(assessment + "/profile", ASSESSOR).json().path("items")) {
            if (item.path("criterion").asString().equals(criterion)) {
                return item.path("value").asString();
            }
        }
        throw new AssertionError(criterion);
    }

    private Document answerOf(String criterion) {
        return of(state("profiles", id() + "-company").getList("answers", Document.class), criterion);
    }

    private static Document of(List<Document> answers, String criterion) {
        return answers.stream()
                .filter(answer -> answer.getString("criterion").equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private Document profile() {
        return state("assessments", id()).get("profile", Document.class);
    }

    private Document state(String collection, String id) {
        return stored(collection, id).get("state", Document.class);
    }

    private Document stored(String collection, String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first();
    }

    private void put(String collection, Document document) {
        database.getCollection(collection)
                .replaceOne(Filters.eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
    }

    private String id() {
        return assessment.substring(assessment.lastIndexOf('/') + 1);
    }
}
