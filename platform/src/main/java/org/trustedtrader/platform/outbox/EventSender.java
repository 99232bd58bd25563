package org.trustedtrader.platform.outbox;

import org.springframework.amqp.AmqpException;
import org.trustedtrader.platform.event.Event;

/** Hands events to the broker. */
@FunctionalInterface
interface EventSender {

    /**
     * Returns only when the broker has taken responsibility for the event.
     *
     * @throws AmqpException if the broker is away, refuses, stays silent or knows no queue for the event
     */
    void publish(Event event);
}
