package org.trustedtrader.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.BatchMessageListener;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessagePostProcessor;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.mongo.MongoErrors;
import org.trustedtrader.platform.outbox.Watermark;

/**
 * Receives the messages of one queue: each is applied in memory on delivery, and handled in a batch with those that arrived
 * meanwhile.
 */
final class EventMessageListener implements BatchMessageListener, MessagePostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(EventMessageListener.class);

    private final EventConsumer consumer;
    private final ReplicationLag freshness;
    private final boolean watermarks;

    /** @param watermarks whether those on this queue say something; they follow all that was announced before them */
    EventMessageListener(EventConsumer consumer, ReplicationLag freshness, boolean watermarks) {
        this.consumer = consumer;
        this.freshness = freshness;
        this.watermarks = watermarks;
    }

    /** A message and what was read of it. */
    private static final class EventMessage extends Message {

        private final transient Event event;

        EventMessage(Message message, Event event) {
            super(message.getBody(), message.getMessageProperties());
            this.event = event;
        }
    }

    @Override
    public Message postProcessMessage(Message message) {
        if (Watermark.isWatermark(message)) {
            return message;
        }
        try {
            var event = consumer.read(message);
            consumer.delivered(event);
            return new EventMessage(message, event);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }

    /**
     * Returning means that all of them may be acknowledged. Only while the database is away does this throw, and only when the
     * service stops: the broker then delivers them again. Nothing else may be thrown, for it would come round without end.
     */
    @Override
    public void onMessageBatch(List<Message> messages) {
        List<EventMessage> events = new ArrayList<>();
        for (var message : messages) {
            if (message instanceof EventMessage read) {
                events.add(read);
                continue;
            }
            receive(events);
            events = new ArrayList<>();
            if (!Watermark.isWatermark(message)) {
                refuse(message);
            } else if (watermarks) {
                watermark(message);
            }
        }
        receive(events);
    }

    private void receive(List<EventMessage> messages) {
        try {
            consumer.receive(messages.stream().map(message -> message.event).toList());
        } catch (RuntimeException e) {
            stopIfDatabaseIsAway(e);
            LOG.error("alarm=event-not-handled source={} events={}", consumer.source(), messages.size(), e);
            messages.forEach(message -> park(message, e.toString()));
        }
    }

    private void refuse(Message message) {
        try {
            consumer.read(message);
            park(message, "The event could not be read when it was delivered");
        } catch (IllegalArgumentException e) {
            park(message, String.valueOf(e.getMessage()));
        }
    }

    /** The last resort is the log: an event that its source really recorded comes again by the change feed. */
    private void park(Message message, String reason) {
        try {
            consumer.refuse(message, reason);
        } catch (RuntimeException e) {
            stopIfDatabaseIsAway(e);
            LOG.error("alarm=message-not-parked source={} reason={}", consumer.source(), reason, e);
        }
    }

    private static void stopIfDatabaseIsAway(RuntimeException e) {
        if (MongoErrors.isUnavailable(e)) {
            throw e;
        }
    }

    private void watermark(Message message) {
        try {
            var watermark = Watermark.read(message);
            freshness.watermark(consumer.source(), watermark.complete(), watermark.sentAt());
        } catch (IllegalArgumentException e) {
            LOG.warn("problem=malformed-watermark source={} reason={}", consumer.source(), e.getMessage());
        }
    }
}
