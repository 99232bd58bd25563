package org.trustedtrader.platform.inbox;

import java.time.DateTimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.trustedtrader.platform.outbox.Watermark;

/** Where messages of one queue come in. */
final class EventListener implements MessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);

    private final Inbox inbox;
    private final Freshness freshness;

    EventListener(Inbox inbox, Freshness freshness) {
        this.inbox = inbox;
        this.freshness = freshness;
    }

    @Override
    public void onMessage(Message message) {
        if (Watermark.isWatermark(message)) {
            hear(message);
        } else {
            inbox.receive(message);
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
