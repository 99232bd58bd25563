package org.trustedtrader.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/**
 * A publisher's word that everything it recorded before {@code complete} has been announced; sent every second, worthless
 * soon after, and so neither stored nor confirmed. It carries no expiration, which the embedded broker takes for a point in
 * time long past; one that waited in a queue does not look fresh, because its age counts from when it was sent.
 *
 * @param complete machine time of the publisher
 * @param sentAt   machine time of the publisher
 */
public record Watermark(Instant complete, Instant sentAt) {

    public static final String ROUTING_WORD = "watermark";

    private static final int LONGEST = 100;

    public Message write() {
        return MessageBuilder.withBody((complete + " " + sentAt).getBytes(StandardCharsets.US_ASCII))
                .setContentType("text/plain")
                .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                .setType(ROUTING_WORD)
                .build();
    }

    public static boolean isWatermark(Message message) {
        return ROUTING_WORD.equals(message.getMessageProperties().getType());
    }

    /** @throws IllegalArgumentException if the message does not say up to when in the past everything was published */
    public static Watermark read(Message message) {
        var parts = new String(message.getBody(), StandardCharsets.US_ASCII).split(" ");
        if (message.getBody().length > LONGEST || parts.length != 2) {
            throw new IllegalArgumentException("A watermark is two moments");
        }
        try {
            var watermark = new Watermark(Instant.parse(parts[0]), Instant.parse(parts[1]));
            if (watermark.complete().isAfter(watermark.sentAt())
                    || watermark.complete().isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("A watermark is about the past");
            }
            return watermark;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A watermark is two moments", e);
        }
    }
}
