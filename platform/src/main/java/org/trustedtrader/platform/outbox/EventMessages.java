package org.trustedtrader.platform.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.event.EventFormat;

/**
 * Events as AMQP messages: CloudEvents 1.0, binary content mode. Attributes travel as headers with the prefix that the
 * CloudEvents AMQP binding gives them; the body is the data.
 */
public final class EventMessages {

    private static final String PREFIX = "cloudEvents_";
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

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

    /**
     * Reads a message and checks every attribute.
     *
     * @throws IllegalArgumentException if the message is no event of ours, saying why but not what it holds
     */
    public static Event read(Message message) {
        var properties = message.getMessageProperties();
        var headers = properties.getHeaders();
        var event = new Event(
                text(headers, "id"),
                text(headers, "type"),
                text(headers, "source"),
                text(headers, "subject"),
                time(headers),
                version(headers),
                text(headers, "actor"),
                text(headers, "traceparent"),
                data(message.getBody()));
        if (!"1.0".equals(headers.get(PREFIX + "specversion"))) {
            throw new IllegalArgumentException("The event attribute specversion is missing or not 1.0");
        }
        EventFormat.check(event);
        var routingKey = properties.getReceivedRoutingKey();
        if (routingKey != null && !routingKey.equals(event.type())) {
            throw new IllegalArgumentException("The event attribute type is not the routing key");
        }
        return event;
    }

    private static String text(Map<String, Object> headers, String attribute) {
        var value = headers.get(PREFIX + attribute);
        if (value == null) {
            throw new IllegalArgumentException("The event attribute " + attribute + " is missing");
        }
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The event attribute " + attribute + " is no text");
    }

    private static Instant time(Map<String, Object> headers) {
        try {
            return Instant.parse(text(headers, "time"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The event attribute time is malformed", e);
        }
    }

    /** Ours is a number; a text of digits is as good. */
    private static long version(Map<String, Object> headers) {
        return switch (headers.get(PREFIX + "aggregateversion")) {
            case Long number -> number;
            case Integer number -> number;
            case String digits when DIGITS.matcher(digits).matches() -> Long.parseLong(digits);
            case null -> throw new IllegalArgumentException("The event attribute aggregateversion is missing");
            default -> throw new IllegalArgumentException("The event attribute aggregateversion is malformed");
        };
    }

    private static String data(byte[] body) {
        if (body.length > EventFormat.LARGEST_DATA) {
            throw new IllegalArgumentException("The event's data are larger than 1 MB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The event's data are no UTF-8", e);
        }
    }
}
