package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;

/** What is refused over HTTP, each with its own problem, and changes nothing. */
@ServiceIT
class RefusalsIT {

    private static final Map<String, Object> ANSWER =
            Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "YES")));

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private String assessment = "";

    RefusalsIT(Http http, RabbitTemplate rabbit, TopicExchange exchange) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
    }

    @BeforeEach
    void aFiledApplication() {
        assessment = enrolment.applicationOfACarrier();
    }

    @Test
    void aChangeWithoutIfMatch() {
        expect(http.post(assessment + "/answers").by(OWNER).json(ANSWER).send(), 428, "if-match-missing");
    }

    @Test
    void aChangeOfAnOldVersion() {
        steps.act(assessment, "/answers", OWNER, ANSWER);
        Answer late = http.post(assessment + "/answers")
                .by(OWNER)
                .ifMatch(1)
                .json(ANSWER)
                .send();
        expect(late, 412, "stale-version");
    }

    @Test
    void aKeyThatWasUsedForSomethingElse() {
        String key = "answers-of-" + assessment.hashCode();
        http.post(assessment + "/answers")
                .by(OWNER)
                .key(key)
                .ifMatch(1)
                .json(ANSWER)
                .send();
        var other = Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "NO")));
        Answer reused = http.post(assessment + "/answers")
                .by(OWNER)
                .key(key)
                .ifMatch(2)
                .json(other)
                .send();
        expect(reused, 422, "idempotency-key-reused");
    }

    @Test
    void theSameCommandAgainIsAnsweredAndNotRunTwice() {
        String key = "answers-of-" + assessment.hashCode();
        http.post(assessment + "/answers")
                .by(OWNER)
                .key(key)
                .ifMatch(1)
                .json(ANSWER)
                .send();
        Answer again = http.post(assessment + "/answers")
                .by(OWNER)
                .key(key)
                .ifMatch(1)
                .json(ANSWER)
                .send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void anUnknownField() {
        var unknown = Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "YES", "score", 5)));
        Answer answer = steps.act(assessment, "/answers", OWNER, unknown);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.text()).contains("score");
    }

    @Test
    void anAnswerInTheWrongForm() {
        var wrong = Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "perhaps")));
        Answer answer = steps.act(assessment, "/answers", OWNER, wrong);
        expect(answer, 422, "invalid-input");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("answers[0].value");
    }

    @Test
    void aCriterionThatIsNotAsked() {
        Answer answer = http.put(assessment + "/answers/BUQ66")
                .by(OWNER)
                .ifMatch(1)
                .json(Map.of("value", "We check every client."))
                .send();
        expect(answer, 422, "invalid-input");
    }

    @Test
    void aCommandInTheWrongState() {
        expect(steps.act(assessment, "/completion", ASSESSOR, Map.of()), 409, "wrong-state");
    }

    @Test
    void anActionThatDoesNotExist() {
        steps.complete(assessment);
        expect(steps.act(assessment, "/actions/A3CHY-9/start", OWNER, null), 404, "not-found");
    }

    @Test
    void aSupplyChainWithAnUnknownMode() {
        var leg = Map.of("id", "L1", "from", Map.of(), "to", Map.of(), "mode", "TELEPORT", "custodyChange", true);
        Answer answer = http.put(assessment + "/supply-chain")
                .by(OWNER)
                .ifMatch(1)
                .json(Map.of("legs", List.of(leg)))
                .send();
        assertThat(answer.status()).isIn(400, 422);
    }

    @Test
    void aSupplyChainWithAGapOrWithoutAWay() {
        var works = Map.of("name", "Works", "country", "CN");
        var ningbo = Map.of("name", "Ningbo port", "country", "CN");
        var shanghai = Map.of("name", "Shanghai port", "country", "CN");
        var vancouver = Map.of("name", "Vancouver port", "country", "CA", "region", "BC");
        var gap = List.of(leg("L1", works, ningbo, "ROAD"), leg("L2", shanghai, vancouver, "MARINE"));
        Answer refused = http.put(assessment + "/supply-chain")
                .by(OWNER)
                .ifMatch(1)
                .header("Accept-Language", "fr")
                .json(Map.of("legs", gap))
                .send();
        expect(refused, 422, "invalid-input");
        var error = refused.json().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("legs[1].from");
        assertThat(error.path("message").asString())
                .isEqualTo("doit commencer là où finit l’étape L1, à Ningbo port (CN)");

        Answer byRoad = steps.declareChain(
                assessment,
                Map.of("chains", List.of(Map.of("name", "A", "legs", List.of(leg("L1", works, vancouver, "ROAD"))))));
        expect(byRoad, 422, "invalid-input");
        assertThat(byRoad.json().path("errors").path(0).path("field").asString())
                .isEqualTo("chains[0].legs[0].mode");
        expect(steps.declareChain(assessment, Map.of()), 422, "invalid-input");
        expect(steps.declareChain(assessment, Map.of("legs", List.of(), "chains", List.of())), 422, "invalid-input");
        assertThat(steps.version(assessment)).isEqualTo(1);
    }

    @Test
    void aSupplyChainWithTwoNamedChainsIsRatedAsOne() {
        var works = Map.of("name", "Works", "country", "CN");
        var ningbo = Map.of("name", "Ningbo port", "country", "CN");
        var vancouver = Map.of("name", "Vancouver port", "country", "CA", "region", "BC");
        var whole = List.of(leg("L1", works, ningbo, "ROAD"), leg("L2", ningbo, vancouver, "MARINE"));
        var named = Map.of(
                "chains",
                List.of(
                        Map.of("name", "Toys", "legs", whole),
                        Map.of("name", "Fish", "legs", List.of(leg("F1", vancouver, works, "AIR")))));
        Answer declared = steps.declareChain(assessment, named);
        assertThat(declared.status()).as(declared.text()).isEqualTo(200);
        assertThat(declared.json().path("legs").size()).isEqualTo(3);
        assertThat(declared.json().path("chains").path(1).path("name").asString())
                .isEqualTo("Fish");
        var rated = steps.read(assessment + "/risk", OWNER).json().path("legs");
        assertThat(rated.path(2).path("chain").asString()).isEqualTo("Fish");
    }

    private static Map<String, Object> leg(String id, Map<String, String> from, Map<String, String> to, String mode) {
        return Map.of("id", id, "from", from, "to", to, "mode", mode, "custodyChange", true);
    }

    @Test
    void aLanguageThatTheCatalogueDoesNotSpeak() {
        expect(steps.read("/v1/criteria?language=de", OWNER), 422, "invalid-input");
        expect(steps.read(assessment + "/profile?language=de", OWNER), 422, "invalid-input");
    }

    @Test
    void aLineOfBusinessThatDoesNotExist() {
        expect(steps.read("/v1/criteria?lineOfBusiness=PIRATE", OWNER), 400, "bad-parameter");
    }

    @Test
    void aCriterionOrVersionThatDoesNotExist() {
        expect(steps.read("/v1/criteria/XXXXX", OWNER), 404, "not-found");
        expect(steps.read("/v1/criteria?version=1999.1", OWNER), 404, "not-found");
    }

    @Test
    void anAbsurdPage() {
        expect(steps.read("/v1/assessments?limit=0", OWNER), 422, "invalid-input");
        expect(steps.read("/v1/assessments?limit=100000", OWNER), 422, "invalid-input");
        expect(steps.read("/v1/assessments?after=%25%25", OWNER), 400, "bad-parameter");
        expect(steps.read("/v1/assessments?after=zzz", OWNER), 400, "bad-parameter");
    }

    @Test
    void aFileThatIsNotWhatItSays() {
        byte[] html = "<html>".getBytes();
        expect(steps.attach(assessment, "A3CHY", "a.pdf", "application/pdf", html), 422, "invalid-input");
        expect(steps.attach(assessment, "A3CHY", "a.html", "text/html", html), 422, "invalid-input");
        assertThat(steps.version(assessment)).isEqualTo(1);
    }

    @Test
    void aRefusalIsInTheReadersLanguage() {
        var wrong = Map.of("answers", List.of(Map.of("criterion", "NR63S", "value", "perhaps")));
        Answer answer = http.post(assessment + "/answers")
                .by(OWNER)
                .ifMatch(1)
                .header("Accept-Language", "fr-CA,en;q=0.5")
                .json(wrong)
                .send();
        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .isEqualTo("doit être YES ou NO");
        Answer early = http.post(assessment + "/submission")
                .by(OWNER)
                .ifMatch(1)
                .header("Accept-Language", "fr")
                .send();
        assertThat(early.json().path("title").asString()).isEqualTo("Le profil est incomplet");
        assertThat(early.json().path("errors").path(0).path("message").asString())
                .isEqualTo("n’a pas encore de réponse");
        Answer wrongState = http.post(assessment + "/completion")
                .by(ASSESSOR)
                .ifMatch(1)
                .header("Accept-Language", "fr")
                .json(Map.of())
                .send();
        assertThat(wrongState.json().path("detail").asString())
                .startsWith("Impossible de terminer l’évaluation dans l’état OPEN");
    }

    private static void expect(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }
}
