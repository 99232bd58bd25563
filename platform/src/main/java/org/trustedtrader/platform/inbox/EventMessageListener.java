package org.trustedtrader.platform.inbox;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.BatchMessageListener;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessagePostProcessor;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.outbox.Watermark;

/** Where messages of one queue come in: each is heard as soon as it is delivered, and handled with those gathered meanwhile. */
final class EventMessageListener implements BatchMessageListener, MessagePostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(EventMessageListener.class);

    private final EventConsumer inbox;
    private final ReplicationLag freshness;
    private final boolean watermarks;

    /** @param watermarks whether those on this queue say something; they follow all that was announced before them */
    EventMessageListener(EventConsumer inbox, ReplicationLag freshness, boolean watermarks) {
        this.inbox = inbox;
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
            var event = EventMessages.read(message);
            inbox.hear(event);
            return new EventMessage(message, event);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }

    @Override
    public void onMessageBatch(List<Message> messages) {
        List<Event> events = new ArrayList<>();
        for (var message : messages) {
            if (message instanceof EventMessage read) {
                events.add(read.event);
                continue;
            }
            inbox.receive(events);
            events = new ArrayList<>();
            if (!Watermark.isWatermark(message)) {
                refuse(message);
            } else if (watermarks) {
                hear(message);
            }
        }
        inbox.receive(events);
    }

    private void refuse(Message message) {
        try {
            EventMessages.read(message);
        } catch (IllegalArgumentException e) {
            inbox.refuse(message, String.valueOf(e.getMessage()));
        }
    }

    private void hear(Message message) {
        try {
            var watermark = Watermark.read(message);
            freshness.heard(inbox.source(), watermark.complete(), watermark.sentAt());
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            LOG.warn("problem=malformed-watermark source={} reason={}", inbox.source(), e.getMessage());
        }
    }
}
