package org.trustedtrader.platform.outbox;

import java.nio.charset.StandardCharsets;
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

    public static Watermark read(Message message) {
        var parts = new String(message.getBody(), StandardCharsets.US_ASCII).split(" ");
        return new Watermark(Instant.parse(parts[0]), Instant.parse(parts[1]));
    }
}
