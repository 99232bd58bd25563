package org.trustedtrader.benefits.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PolicyEventMapperTest {

    private static final String TYPE = "benefits.policy.published.v1";
    private static final Instant FROM = Instant.parse("2027-01-01T05:00:00Z");

    private final PolicyEventMapper events =
            new PolicyEventMapper(JsonMapper.builder().build());

    @Test
    void understandsAPublishedPolicy() {
        var published = events.read(event(data())).orElseThrow();
        assertThat(published.version()).isEqualTo("2027-01-01");
        assertThat(published.effectiveFrom()).isEqualTo(FROM);
        assertThat(published.publishedAt()).isEqualTo(Instant.parse("2026-11-24T09:30:00.456Z"));
        assertThat(published.policy()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSED", "WITHDRAWN"})
    void whatIsNotPublishedDoesNotCountHoweverNewItsRules(String state) {
        var data = data().put("state", state);
        ((ObjectNode) data.get("policy")).put("curfew", true);
        assertThat(events.read(event(data))).isEmpty();
    }

    @Test
    void aFieldOfTheAnnouncementThatIsNewIsTolerated() {
        assertThat(events.read(event(data().put("colour", "blue")))).isPresent();
    }

    @Test
    void aRuleThatIsNewIsPoisonAndCountsFromItsDate() {
        var data = data();
        ((ObjectNode) data.get("policy")).put("curfew", true);
        assertThatThrownBy(() -> events.read(event(data))).isInstanceOf(UnprocessableEventException.class);
        var unknown = events.notUnderstood(event(data));
        assertThat(unknown.policy()).isNull();
        assertThat(unknown.version()).isEqualTo("2027-01-01");
        assertThat(unknown.effectiveFrom()).isEqualTo(FROM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"effectiveFrom", "publishedAt", "policy", "state"})
    void whatIsMissingMakesItPoison(String field) {
        var data = data();
        data.remove(field);
        assertThatThrownBy(() -> events.read(event(data))).isInstanceOf(UnprocessableEventException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "state, REPEALED",
        "effectiveFrom, 2027-01-02T05:00:00Z",
        "effectiveFrom, tomorrow",
        "publishedAt, 2027-01-01T05:00:00.001Z"
    })
    void whatContradictsItselfIsPoison(String field, String value) {
        assertThatThrownBy(() -> events.read(event(data().put(field, value))))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aPolicyUnderAnotherNameIsPoison() {
        var other = Samples.event(TYPE, "another", 2, data().toString());
        assertThatThrownBy(() -> events.read(other)).isInstanceOf(UnprocessableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"effectiveFrom\":\"tomorrow\"}", "{\"effectiveFrom\":7}", "null"})
    void withoutADateThatCanBeReadItCountsAtOnce(String broken) {
        var event = Samples.event(TYPE, "2027-01-01", 2, broken);
        assertThatThrownBy(() -> events.read(event)).isInstanceOf(UnprocessableEventException.class);
        assertThat(events.notUnderstood(event).effectiveFrom()).isEqualTo(event.time());
    }

    private static ObjectNode data() {
        return (ObjectNode) Samples.data(TYPE);
    }

    private static Event event(ObjectNode data) {
        return Samples.event(TYPE, "2027-01-01", 2, data.toString());
    }
}
