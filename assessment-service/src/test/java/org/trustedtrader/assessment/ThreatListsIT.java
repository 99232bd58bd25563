package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.config.files.ThreatListReader;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A list of threat levels is proposed by one officer, published by another, and in force from its day. */
@ServiceIT
class ThreatListsIT {

    private static final String NOUN = "/v1/threat-lists";
    private static final TestTokens MORGAN = TestTokens.user("morgan").roles("programme-manager", "approver");
    private static final TestTokens PAUL = TestTokens.user("paul").roles("approver");

    private final Http http;
    private final LocalDate today;

    ThreatListsIT(Http http, Clock clock) {
        this.http = http;
        this.today = BusinessCalendar.shipped().dayOf(clock.instant());
    }

    @Test
    void aListIsProposedSeenPublishedByAnotherAndInForceFromItsDay() {
        var day = today.plusDays(3_000);
        assertThat(propose(list("risky-us", day)).status()).isEqualTo(201);
        var preview =
                http.post(NOUN + "/risky-us/preview").by(PAUL).withoutKey().send();
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().at("/places/0/place").asString()).isEqualTo("US");
        assertThat(preview.json().at("/places/0/after/TERRORISM").asInt()).isEqualTo(3);
        assertThat(publish("risky-us", MORGAN).problem()).isEqualTo("decided-by-someone-else");
        assertThat(publish("risky-us", PAUL).status()).isEqualTo(200);
        assertThat(inForceOn(day)).isEqualTo("risky-us");
        assertThat(inForceOn(day.minusDays(1))).isEqualTo("demo-2026");
        assertThat(http.get(NOUN + "/risky-us/history")
                        .by(PAUL)
                        .send()
                        .json()
                        .at("/items/1/change")
                        .asString())
                .isEqualTo("published");
        propose(list("same-day", day));
        assertThat(propose(list("same-day", day)).text()).contains("choose another time");
    }

    @Test
    void aFlawedListIsRefusedWithThePathOfEachFlaw() {
        var flawed = list("flawed", today.plusDays(30));
        flawed.put("otherwise", 9);
        var refused = propose(flawed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("otherwise");
        assertThat(propose(list("today", today)).text()).contains("lies in the past");
    }

    private static ObjectNode list(String version, LocalDate day) {
        var list = (ObjectNode) JsonMapper.shared()
                .readTree(ThreatListReader.shipped("threat-levels.yaml").file());
        ((ObjectNode) list.get("places").get("US")).put("TERRORISM", 3);
        return list.put("version", version).put("effectiveFrom", day.toString());
    }

    private String inForceOn(LocalDate day) {
        return http.get(NOUN + "?on=" + day)
                .by(PAUL)
                .send()
                .json()
                .path("inForce")
                .asString();
    }

    private Answer propose(ObjectNode list) {
        return http.post(NOUN).by(MORGAN).json(list.toString()).send();
    }

    private Answer publish(String version, TestTokens officer) {
        return http.post(NOUN + "/" + version + "/publication")
                .by(officer)
                .ifMatch(1)
                .send();
    }
}
