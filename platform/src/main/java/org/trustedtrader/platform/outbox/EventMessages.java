package org.trustedtrader.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.trustedtrader.platform.event.Event;

/**
 * Events as AMQP messages: CloudEvents 1.0, binary content mode. Attributes travel as headers with the prefix that the
 * CloudEvents AMQP binding gives them; the body is the data.
 */
public final class EventMessages {

    private static final String PREFIX = "cloudEvents_";

    private EventMessages() {}

    public static Message write(Event event) {
        return MessageBuilder.withBody(event.data().getBytes(StandardCharsets.UTF_8))
                .setContentType("application/json")
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(event.id())
                .setHeader(PREFIX + "specversion", "1.0")
                .setHeader(PREFIX + "id", event.id())
                .setHeader(PREFIX + "type", event.type())
                .setHeader(PREFIX + "source", event.source())
                .setHeader(PREFIX + "subject", event.subject())
                .setHeader(PREFIX + "time", event.time().toString())
                .setHeader(PREFIX + "aggregateversion", event.version())
                .setHeader(PREFIX + "actor", event.actor())
                .setHeader(PREFIX + "traceparent", event.traceparent())
                .build();
    }

    /** @throws IllegalArgumentException if the message is no event of ours, saying why */
    public static Event read(Message message) {
        var headers = message.getMessageProperties().getHeaders();
        try {
            return new Event(
                    text(headers, "id"),
                    text(headers, "type"),
                    text(headers, "source"),
                    text(headers, "subject"),
                    Instant.parse(text(headers, "time")),
                    Long.parseLong(text(headers, "aggregateversion")),
                    text(headers, "actor"),
                    text(headers, "traceparent"),
                    new String(message.getBody(), StandardCharsets.UTF_8));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("An event attribute is malformed: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, Object> headers, String attribute) {
        var value = headers.get(PREFIX + attribute);
        if (value == null) {
            throw new IllegalArgumentException("The event attribute " + attribute + " is missing");
        }
        return value.toString();
    }
}
