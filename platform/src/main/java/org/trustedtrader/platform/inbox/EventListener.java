package org.trustedtrader.platform.inbox;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.trustedtrader.platform.outbox.Watermark;

/** Where messages of one queue come in. */
final class EventListener implements MessageListener {

    private final Inbox inbox;
    private final Freshness freshness;

    EventListener(Inbox inbox, Freshness freshness) {
        this.inbox = inbox;
        this.freshness = freshness;
    }

    @Override
    public void onMessage(Message message) {
        if (Watermark.isWatermark(message)) {
            var watermark = Watermark.read(message);
            freshness.heard(inbox.source(), watermark.complete(), watermark.sentAt());
        } else {
            inbox.receive(message);
        }
    }
}
