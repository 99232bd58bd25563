package org.trustedtrader.enrolment.programmepolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.named;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** A policy is proposed by one officer, published by another, and in force from its day on. */
@EnrolmentServiceIT
class ProgrammePoliciesIT {

    private static final String NOUN = "/v1/programme-policies";
    private static final TestTokens MORGAN = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens MARTIN = TestTokens.user("martin").roles("programme-manager");
    private static final TestTokens AUDREY = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final LocalDate today;

    ProgrammePoliciesIT(Http http, Clock clock) {
        this.http = http;
        this.today = BusinessCalendar.shipped().dayOf(clock.instant());
    }

    @Test
    void aPolicyIsProposedSeenPublishedByAnotherAndInForceFromItsDay() {
        var day = today.plusDays(3_500);
        var document = with(named("proposal-1", day.toString()), "serviceStandard", "days", 300);
        var proposed = propose(document.toString());
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.location()).isEqualTo(NOUN + "/proposal-1");
        assertThat(proposed.json().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.json().path("effectiveOn").asString()).isEqualTo(day.toString());
        assertThat(inForceOn(day)).isNotEqualTo("proposal-1");

        var preview =
                http.post(NOUN + "/proposal-1/preview").by(AUDREY).withoutKey().send();
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().at("/values/0/path").asString()).isEqualTo("serviceStandard.days.value");
        assertThat(preview.json().at("/values/0/after").asString()).isEqualTo("300");
        assertThat(preview.json().path("effects").size()).isEqualTo(5);

        var own = publish("proposal-1", MORGAN);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.problem()).isEqualTo("decided-by-someone-else");
        var published = publish("proposal-1", MARTIN);
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().path("publishedBy").asString()).isEqualTo("user:martin");
        assertThat(inForceOn(day)).isEqualTo("proposal-1");
        assertThat(inForceOn(day.minusDays(1))).isNotEqualTo("proposal-1");
        assertThat(publish("proposal-1", MARTIN).problem()).isEqualTo("stale-version");

        var history = http.get(NOUN + "/proposal-1/history").by(AUDREY).send().json();
        assertThat(history.at("/items/0/change").asString()).isEqualTo("proposed");
        assertThat(history.at("/items/1/change").asString()).isEqualTo("published");
        assertThat(http.get(NOUN + "/proposal-1").by(AUDREY).send().json().toString())
                .isEqualTo(document.toString());
    }

    @Test
    void whatShipsIsThereWithoutAnybodysDecision() {
        var shipped = http.get(NOUN + "/2026-11-01").by(AUDREY).send();
        assertThat(shipped.json()).isEqualTo(PolicyDocuments.shipped());
        assertThat(http.get(NOUN + "/2026-11-01/history").by(AUDREY).send().status())
                .isEqualTo(404);
        assertThat(http.get(NOUN).by(AUDREY).send().text()).contains("SHIPPED");
        assertThat(http.get(NOUN + "/nothing").by(AUDREY).send().problem()).isEqualTo("not-found");
    }

    @Test
    void aFlawedDocumentIsRefusedWithThePathOfEachFlawInTheReadersLanguage() {
        var flawed = with(named("flawed", today.plusDays(40).toString()), "compliance", "answerDays", 0);
        var refused = http.post(NOUN)
                .by(MORGAN)
                .header("Accept-Language", "fr-CA")
                .json(flawed.toString())
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("compliance.answerDays.value");
        assertThat(refused.json().at("/errors/0/message").asString()).isEqualTo("doit être au moins 1");
        assertThat(propose(named("2026-11-01", today.plusDays(41).toString()).toString())
                        .text())
                .contains("choose a new name");
    }

    @Test
    void aPolicyTakesEffectTomorrowAtTheEarliest() {
        assertThat(propose(named("today", today.toString()).toString()).text()).contains("lies in the past");
        assertThat(propose(named("tomorrow", today.plusDays(1).toString()).toString())
                        .status())
                .isEqualTo(201);
        var withdrawn = withdraw("tomorrow");
        assertThat(withdrawn.json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(http.post(NOUN + "/tomorrow/publication")
                        .by(MARTIN)
                        .ifMatch(2)
                        .send()
                        .problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void twoPoliciesAreNotInForceFromTheSameDay() {
        var day = today.plusDays(3_400).toString();
        propose(named("one", day).toString());
        propose(named("other", day).toString());
        assertThat(publish("one", MARTIN).status()).isEqualTo(200);
        var second = publish("other", MARTIN);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("programme-policy-date-taken");
        assertThat(propose(named("third", day).toString()).text()).contains("choose another time");
        assertThat(propose(named("one", today.plusDays(3_401).toString()).toString())
                        .problem())
                .isEqualTo("already-exists");
    }

    private String inForceOn(LocalDate day) {
        var list = http.get(NOUN + "?on=" + day).by(AUDREY).send().json();
        assertThat(list.path("items").size()).isEqualTo(1);
        return list.path("inForce").asString();
    }

    private Answer propose(String document) {
        return http.post(NOUN).by(MORGAN).json(document).send();
    }

    private Answer publish(String version, TestTokens officer) {
        return http.post(NOUN + "/" + version + "/publication")
                .by(officer)
                .ifMatch(1)
                .send();
    }

    private Answer withdraw(String version) {
        return http.post(NOUN + "/" + version + "/withdrawal")
                .by(MARTIN)
                .ifMatch(1)
                .json(Map.of("reasonCode", "SUPERSEDED"))
                .send();
    }
}
