package org.trustedtrader.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.test.Http;

/** Every way to be refused has its own answer. */
class RefusalsIT extends ValidationServiceContext {

    @Test
    void aVisitThatDoesNotExistAndAnotherCompanysAreTheSame() {
        var path = aDueVisit();
        var others = http.get(path).by(mallory()).send();
        var none = http.get("/v1/visits/initial-nothing").by(mallory()).send();
        refused(others, 404, "not-found");
        assertThat(others.json().path("detail")).isEqualTo(none.json().path("detail"));
        refused(
                change(path, "/confirmation")
                        .by(mallory())
                        .json(Map.of("slot", 1))
                        .send(),
                404,
                "not-found");
    }

    @Test
    void aChangeWithoutTheVersionReadIsRefused() {
        var path = aDueVisit();
        refused(http.post(path + "/notification").by(vera()).send(), 428, "if-match-missing");
        refused(http.post(path + "/notification").by(vera()).ifMatch(99).send(), 412, "stale-version");
    }

    @Test
    void aKeyIsNeededAndServesOneRequestOnly() {
        var path = aDueVisit();
        refused(
                http.post(path + "/notification")
                        .withoutKey()
                        .ifMatch(1)
                        .by(vera())
                        .send(),
                400,
                "idempotency-key-missing");
        var one = proposal(Instant.parse("2027-03-08T15:00:00Z"));
        var other = proposal(Instant.parse("2027-03-09T15:00:00Z"));
        good(http.post(path + "/proposal")
                .by(vera())
                .ifMatch(1)
                .key("one-key-1")
                .json(one));
        refused(
                http.post(path + "/proposal")
                        .by(vera())
                        .ifMatch(2)
                        .key("one-key-1")
                        .json(other)
                        .send(),
                422,
                "idempotency-key-reused");
    }

    @Test
    void aStepThatIsSkippedIsRefusedWithBothStates() {
        var path = aDueVisit();
        var answer = change(path, "/closing")
                .by(vera())
                .json(Map.of("outcome", "SATISFACTORY"))
                .send();
        refused(answer, 409, "wrong-state");
        assertThat(answer.json().path("detail").asString()).contains("DUE", "RESPONSE_AWAITED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T15:00:00Z, notice-too-short",
        "2026-12-28T15:00:00Z, public-holiday",
        "2027-01-09T15:00:00Z, site-closed",
        "2027-01-11T13:00:00Z, site-closed",
        "2027-02-15T15:00:00Z, public-holiday",
        "2038-01-11T15:00:00Z, slot-too-far-ahead"
    })
    void slotsThatBreakARuleAreRefusedByItsName(Instant start, String rule) {
        var answer = change(aDueVisit(), "/proposal")
                .by(vera())
                .json(proposal(start))
                .send();
        refused(answer, 409, rule);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("slots[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"ON_SITE\",\"slots\":[]}",
                "{\"mode\":\"ON_SITE\"}",
                "{\"slots\":[{\"officer\":\"user:x\",\"startsAt\":\"2027-01-04T15:00:00Z\",\"hours\":6}]}",
                "{\"mode\":\"ON_SITE\",\"slots\":[{\"officer\":\"user:x\",\"startsAt\":\"2027-01-04T15:00:00Z\",\"hours\":0}]}",
                "{\"mode\":\"ON_SITE\",\"slots\":[{\"officer\":\"user:x\",\"startsAt\":\"2027-01-04T15:00:00Z\",\"hours\":99}]}",
                "{\"mode\":\"ON_SITE\",\"slots\":[{\"officer\":\"\",\"startsAt\":\"2027-01-04T15:00:00Z\",\"hours\":6}]}",
                "{\"mode\":\"ON_SITE\",\"slots\":[{\"officer\":\"user:x\",\"startsAt\":\"2027-01-04T15:00:30Z\",\"hours\":6}]}",
                "{\"mode\":\"ON_SITE\",\"siteId\":\"nowhere\",\"slots\":[{\"officer\":\"user:x\",\"startsAt\":\"2027-01-04T15:00:00Z\",\"hours\":6}]}"
            })
    void proposalsThatCannotBeRightAreRefused(String body) {
        refused(change(aDueVisit(), "/proposal").by(vera()).json(body).send(), 422, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"slot\":1,\"extra\":true}",
                "{\"slot\":1,\"slot\":2}",
                "{\"slot\":\"1\"}",
                "{\"slot\":1.5}",
                "{\"slot\":99999999999}",
                "{\"slot\":1",
                "[]"
            })
    void jsonThatIsNotMeantSoIsRefused(String body) {
        var answer = change(aDueVisit(), "/confirmation").by(carla()).json(body).send();
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void aVisitIsNotStartedBeforeItsTimeNorByAnotherOfficer() {
        var path = aConfirmedVisit(Instant.parse("2027-03-15T14:00:00Z"));
        refused(change(path, "/start").by(vera()).json(people()).send(), 409, "visit-not-begun");
        clock.set(Instant.parse("2027-03-15T14:00:00Z"));
        refused(change(path, "/start").by(victor()).json(people()).send(), 403, "not-allowed");
    }

    @Test
    void anOfficerIsNotOfferedTwiceForOneTime() {
        aConfirmedVisit(Instant.parse("2027-03-22T14:00:00Z"));
        var answer = change(aDueVisit(), "/proposal")
                .by(vera())
                .json(proposal(Instant.parse("2027-03-22T14:00:00Z")))
                .send();
        refused(answer, 409, "officer-not-free");
    }

    @Test
    void silenceOfEnrolmentIsUnavailabilityAndNothingChanges() {
        var path = aDueVisit();
        ENROLMENT.becomes("500 {}");
        refused(http.get(path + "/slot-suggestions").by(vera()).send(), 503, "unavailable");
        var answer = change(path, "/proposal")
                .by(vera())
                .json(proposal(Instant.parse(MONDAY)))
                .send();
        refused(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(version(path)).isEqualTo(1);
    }

    @Test
    void aVisitIsOrderedForEnrolledCompaniesOnlyAndNeverAnInitialOne() {
        var stranger = Map.of("type", "AD_HOC", "company", "987654324", "riskRating", "LOW", "reason", "A tip");
        refused(http.post("/v1/visits").by(manager()).json(stranger).send(), 409, "company-unknown");
        var initial = Map.of("type", "INITIAL", "company", COMPANY, "riskRating", "LOW", "reason", "A tip");
        refused(http.post("/v1/visits").by(manager()).json(initial).send(), 422, "invalid-input");
        var malformed = Map.of("type", "AD_HOC", "company", "12", "riskRating", "LOW", "reason", "A tip");
        refused(http.post("/v1/visits").by(manager()).json(malformed).send(), 422, "invalid-input");
    }

    @Test
    void anInitialVisitIsNotCancelledByItself() {
        var answer = change(aDueVisit(), "/cancellation")
                .by(manager())
                .json(Map.of("reason", "x"))
                .send();
        refused(answer, 409, "initial-visit-follows-application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?after=%21%21", "?after=zzz", "?limit=many", "?state=LOST"})
    void absurdQuestionsAreRefused(String question) {
        var answer = http.get("/v1/visits" + question).by(vera()).send();
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?year=1", "?year=99999", "", "?year=next"})
    void aPlanIsOfAYear(String question) {
        var answer = http.get("/v1/visits/plan" + question).by(manager()).send();
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void findingsAreNamedByCapitalAreasAndHaveText() {
        var path = aConfirmedVisit(Instant.parse("2027-03-30T14:00:00Z"));
        clock.set(Instant.parse("2027-03-30T14:00:00Z"));
        good(change(path, "/start").by(vera()).json(people()));
        for (var body : List.of(
                Map.of("kind", "RECOMMENDATION", "area", "seals", "text", "x"),
                Map.of("kind", "RECOMMENDATION", "area", "SEALS", "text", " "),
                Map.of("kind", "RECOMMENDATION", "text", "x"))) {
            refused(change(path, "/findings").by(vera()).json(body).send(), 422, "invalid-input");
        }
        refused(
                change(path, "/findings/F9/acceptance")
                        .by(vera())
                        .json(Map.of("comment", "x"))
                        .send(),
                409,
                "wrong-state");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-15T15:00:00Z, Le 2027-02-15 est un jour férié : Jour de la Famille (CA-ON).",
        "2027-01-09T15:00:00Z, L’établissement n’est pas ouvert pendant 6 heures à partir de 10:00 le 2027-01-09"
                + " (America/Toronto)."
    })
    void aFrenchReaderIsRefusedInFrench(Instant start, String detail) {
        var answer = change(aDueVisit(), "/proposal")
                .by(vera())
                .header("Accept-Language", "fr-CA, en;q=0.5")
                .json(proposal(start))
                .send();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
        assertThat(answer.json().path("errors").get(0).path("message").asString())
                .isEqualTo(detail);
    }

    @Test
    void aWrongStateAndAWrongFieldAreToldInFrench() {
        var path = aDueVisit();
        var state = change(path, "/notification")
                .by(vera())
                .header("Accept-Language", "fr")
                .send();
        assertThat(state.json().path("detail").asString())
                .isEqualTo(
                        "Impossible de communiquer les plages à l’entreprise dans l’état DUE; possible dans PROPOSED.");
        var field = change(path, "/proposal")
                .by(vera())
                .header("Accept-Language", "fr")
                .json(Map.of("mode", "ON_SITE", "slots", List.of()))
                .send();
        assertThat(field.status()).isEqualTo(422);
        assertThat(field.json().path("errors").get(0).path("message").asString())
                .startsWith("ne doit pas");
    }

    @ParameterizedTest
    @CsvSource({"123 456 782, 201", "123-456-782, 201", "123456783, 422", "12345678, 422", "' ', 422"})
    void aBusinessNumberIsReadAsPeopleWriteItAndRefusedIfItCannotBeOne(String typed, int status) {
        var order =
                Map.of("type", "AD_HOC", "company", typed, "siteId", "office", "riskRating", "LOW", "reason", "A tip");
        var answer = http.post("/v1/visits").by(vera()).json(order).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 201) {
            assertThat(answer.json().path("company").asString()).isEqualTo(COMPANY);
            good(change(answer.location(), "/cancellation").by(vera()).json(Map.of("reason", "No tip")));
        }
    }

    @Test
    void ofThreeOrdersAtOnceOneIsTakenAndTheOthersAreTold() {
        for (var order : List.of(
                Map.of("type", "REVALIDATION", "company", COMPANY, "riskRating", "LOW", "reason", "Four years"),
                Map.of(
                        "type",
                        "POST_INCIDENT",
                        "company",
                        COMPANY,
                        "siteId",
                        "dock",
                        "riskRating",
                        "LOW",
                        "reason",
                        "A seal"))) {
            var answers = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> http.post("/v1/visits")
                            .by(manager())
                            .key("at-once-" + i + order.get("type"))
                            .json(order)
                            .send()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409, 409);
            answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .forEach(answer -> refused(answer, 409, "visit-open"));
            var open = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .findFirst()
                    .orElseThrow()
                    .location();
            good(change(open, "/cancellation").by(manager()).json(Map.of("reason", "Not needed")));
            var again = good(http.post("/v1/visits").by(manager()).json(order));
            good(change(again.location(), "/cancellation").by(manager()).json(Map.of("reason", "Not needed")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "siteId, paris, site-unknown, siteId n’est pas un établissement de cette entreprise.",
        "applicationId, nothing, application-unknown, applicationId n’est pas une demande connue ici.",
        "membershipId, nothing, membership-unknown, membershipId n’est pas une adhésion connue ici."
    })
    void whatAnOrderNamesIsKnown(String field, String value, String problem, String french) {
        var order = Map.of("type", "AD_HOC", "company", COMPANY, "riskRating", "LOW", "reason", "A tip", field, value);
        var answer = http.post("/v1/visits")
                .by(vera())
                .header("Accept-Language", "fr")
                .json(order)
                .send();
        refused(answer, 409, problem);
        assertThat(answer.json().path("detail").asString()).isEqualTo(french);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void aVisitIsTakenOverByAnOfficerOfTheRosterWithoutATie() {
        var path = aConfirmedVisit(Instant.parse("2027-04-20T14:00:00Z"));
        var other = "user:00000000-0000-4000-8000-000000000013";
        refused(takeOver(path, other), 409, "wrong-state");
        clock.set(Instant.parse("2027-04-20T14:00:00Z"));
        good(change(path, "/start").by(vera()).json(people()));
        refused(takeOver(path, "user:stranger"), 409, "officer-not-on-roster");
        refused(takeOver(path, VERA), 409, "officer-leads-already");
        assertThat(takeOver(path, other).json().path("lead").asString()).isEqualTo(other);
        refused(change(path, "/fieldwork").by(vera()).json(areas()).send(), 403, "not-allowed");
        refused(
                change(path, "/cancellation")
                        .by(vera())
                        .json(Map.of("reason", "x"))
                        .send(),
                409,
                "wrong-state");
        var cancelled = good(change(path, "/cancellation").by(manager()).json(Map.of("reason", "Both are ill")))
                .json();
        assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
        var reasons = good(http.get(path + "/history").by(manager()))
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("reason").asString())
                .toList();
        assertThat(reasons).contains("Vera is ill", "Both are ill");
    }

    private Http.Answer takeOver(String path, String officer) {
        return change(path, "/take-over")
                .by(manager())
                .json(Map.of("officer", officer, "reason", "Vera is ill"))
                .send();
    }

    private static Map<String, Object> areas() {
        return Map.of("areas", List.of(Map.of("area", "SEALS", "level", "LOW", "note", "Good")));
    }

    private static void refused(Http.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
    }
}
