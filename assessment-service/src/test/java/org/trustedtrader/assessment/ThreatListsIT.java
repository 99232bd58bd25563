package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

    @Test
    void aListIsReadAsItWasProposedAndTheShippedOneAsItCame() {
        var proposed = list("read-back", today.plusDays(3_100));
        propose(proposed);
        var read = read("read-back");
        assertThat(read.json()).isEqualTo(JsonMapper.shared().readTree(proposed.toString()));
        assertThat(read.version()).isEqualTo(1);
        assertThat(read("demo-2026").json())
                .isEqualTo(JsonMapper.shared()
                        .readTree(ThreatListReader.shipped("threat-levels.yaml").file()));
        assertThat(read("nobody-proposed-it").status()).isEqualTo(404);
    }

    @Test
    void aWithdrawnListStaysOnRecordAndIsNeverInForce() {
        var day = today.plusDays(3_200);
        propose(list("mistaken", day));
        assertThat(withdraw("mistaken", 1, "a mistake").status()).isEqualTo(422);
        assertThat(withdraw("mistaken", 7, "MISTAKEN").problem()).isEqualTo("stale-version");

        var withdrawn = withdraw("mistaken", 1, "MISTAKEN");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.json().path("reasonCode").asString()).isEqualTo("MISTAKEN");
        assertThat(read("mistaken").status()).isEqualTo(200);
        assertThat(withdraw("mistaken", withdrawn.version(), "MISTAKEN").problem())
                .isEqualTo("wrong-state");
        assertThat(http.post(NOUN + "/mistaken/publication")
                        .by(PAUL)
                        .ifMatch(withdrawn.version())
                        .send()
                        .problem())
                .isEqualTo("wrong-state");
        assertThat(inForceOn(day)).isNotEqualTo("mistaken");
        assertThat(propose(list("mistaken", day.plusDays(1))).problem())
                .as("its name stays taken")
                .isEqualTo("already-exists");
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

    private Answer read(String version) {
        return http.get(NOUN + "/" + version).by(PAUL).send();
    }

    private Answer withdraw(String version, long read, String reasonCode) {
        return http.post(NOUN + "/" + version + "/withdrawal")
                .by(MORGAN)
                .ifMatch(read)
                .json(Map.of("reasonCode", reasonCode))
                .send();
    }

    private Answer publish(String version, TestTokens officer) {
        return http.post(NOUN + "/" + version + "/publication")
                .by(officer)
                .ifMatch(1)
                .send();
    }
}
