package org.trustedtrader.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;

class EventMessagesTest {

    private static final Event EVENT = new Event(
            "enrolment/company/1/2",
            "enrolment.company.amended.v1",
            "enrolment",
            "company/1",
            Instant.parse("2026-11-30T12:00:00Z"),
            2,
            "user:1",
            "",
            "{\"é\":1}");

    @Test
    void readsWhatItWrote() {
        assertThat(EventMessages.read(EventMessages.write(EVENT))).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specversion",
                "id",
                "type",
                "source",
                "subject",
                "time",
                "aggregateversion",
                "actor",
                "traceparent"
            })
    void refusesAMessageWithoutAnAttributeOrWithOneOfAnotherKind(String attribute) {
        refuses(headers -> headers.remove("cloudEvents_" + attribute), attribute);
        for (var value : new Object[] {Map.of("a", 1), List.of("a"), new byte[] {1}, true, 1.5, ""}) {
            if (!(value.equals("") && attribute.equals("traceparent"))) {
                refuses(headers -> headers.put("cloudEvents_" + attribute, value), attribute);
            }
        }
    }

    @Test
    void refusesVersionsThatAreNone() {
        for (var value : new Object[] {"0", "-1", "1e3", "01", "9".repeat(30), " 2"}) {
            refuses(headers -> headers.put("cloudEvents_aggregateversion", value), "version");
        }
        refuses(headers -> headers.put("cloudEvents_aggregateversion", 0L), "version");
    }

    @Test
    void refusesATimeThatIsNone() {
        for (var time :
                List.of("yesterday", "2026-11-30", "+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
            refuses(headers -> headers.put("cloudEvents_time", time), "time");
        }
    }

    @Test
    void refusesAMessageThatCameByAnotherRoutingKey() {
        var message = EventMessages.write(EVENT);
        message.getMessageProperties().setReceivedRoutingKey("enrolment.company.registered.v1");
        assertThatThrownBy(() -> EventMessages.read(message)).hasMessageContaining("routing key");
    }

    @Test
    void refusesDataThatAreNoText() {
        var properties = EventMessages.write(EVENT).getMessageProperties();
        assertThatThrownBy(() -> EventMessages.read(new Message(new byte[] {'"', (byte) 0xc3, '"'}, properties)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> EventMessages.read(new Message(new byte[2_000_000], properties)))
                .hasMessageContaining("larger");
    }

    private static void refuses(Consumer<Map<String, Object>> change, String named) {
        var message = EventMessages.write(EVENT);
        change.accept(message.getMessageProperties().getHeaders());
        assertThatThrownBy(() -> EventMessages.read(message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
