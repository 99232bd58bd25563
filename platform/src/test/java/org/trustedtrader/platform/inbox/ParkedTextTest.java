package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

class ParkedTextTest {

    @Test
    void tellsMessagesApartThatDifferInTheirHeadersOnly() {
        assertThat(key("{}", Map.of("a", "1"))).isNotEqualTo(key("{}", Map.of("a", "2")));
        assertThat(key("{}", Map.of("a", new byte[] {1}))).isNotEqualTo(key("{}", Map.of("a", new byte[] {2})));
        assertThat(key("{}", Map.of("a", "x".repeat(5000) + "1")))
                .isNotEqualTo(key("{}", Map.of("a", "x".repeat(5000) + "2")));
        assertThat(key("{}", Map.of("a", "1"))).isNotEqualTo(key("{ }", Map.of("a", "1")));
    }

    @Test
    void knowsAMessageThatIsDeliveredAgain() {
        assertThat(key("{}", Map.of("a", "1", "x-delivery-count", 3L))).isEqualTo(key("{}", Map.of("a", "1")));
    }

    @Test
    void storesWhateverAMessageHolds() {
        var unprintable = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };
        var text = ParkedText.of(message(
                "\0\ud800" + "x".repeat(1_000_000),
                Map.of("a", unprintable, "b", "\ud800\0", "c", "x".repeat(100_000))));
        assertThat(text.document().getString("data")).hasSizeLessThan(70_000).doesNotContain("\0");
        assertThat(text.document().getString("headers"))
                .contains("a=unprintable", "b=?\ufffd")
                .hasSizeLessThan(20_000);
        assertThat(text.document().getInteger("bytes")).isGreaterThan(1_000_000);
    }

    private static String key(String body, Map<String, Object> headers) {
        return ParkedText.of(message(body, headers)).key();
    }

    private static Message message(String body, Map<String, Object> headers) {
        var properties = new MessageProperties();
        properties.setHeaders(new java.util.HashMap<>(headers));
        properties.setReceivedRoutingKey("notes.note.garbage.v1");
        return new Message(body.getBytes(), properties);
    }
}
