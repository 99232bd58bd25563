package org.trustedtrader.benefits.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.consent.ConsentFact;
import org.trustedtrader.benefits.consent.Pair;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConsentEventsTest {

    private static final String GIVEN = "benefits.consent.given.v1";
    private static final String ID = "123456782-987654324";

    private final ConsentEvents events = new ConsentEvents(JsonMapper.builder().build());

    @Test
    void understandsTheSamples() {
        var pair = new Pair("123456782", "987654324");
        assertThat(events.read(Samples.event(GIVEN, ID, 1)))
                .isEqualTo(new ConsentFact(pair, 1, true, Instant.parse("2026-11-23T14:00:00.123Z")));
        assertThat(events.read(Samples.event("benefits.consent.withdrawn.v1", ID, 2)))
                .isEqualTo(new ConsentFact(pair, 2, false, Instant.parse("2026-11-24T09:30:00.456Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "company, 987654324",
        "company, ",
        "partner, 111222337",
        "partner, ",
        "state, TOLERATED",
        "state, ",
        "effectiveAt, ",
        "effectiveAt, yesterday"
    })
    void whatMakesNoSenseIsPoison(String field, String value) {
        var data = ((ObjectNode) Samples.data(GIVEN)).put(field, value).toString();
        assertThatThrownBy(() -> events.read(Samples.event(GIVEN, ID, 1, data)))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aConsentWithoutAPairIsPoison() {
        assertThatThrownBy(() -> events.read(Samples.event(GIVEN, "123456782", 1)))
                .isInstanceOf(UnprocessableEventException.class);
        assertThatThrownBy(() -> events.read(Samples.event(GIVEN, "123456782-987654325", 1)))
                .isInstanceOf(UnprocessableEventException.class);
    }
}
