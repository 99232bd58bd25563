package org.trustedtrader.platform.outbox;

import java.time.Duration;
import org.springframework.amqp.AmqpException;

/** The broker neither confirmed nor refused in time: it is as good as away, and the event is not to blame. */
final class ConfirmTimeoutException extends AmqpException {

    ConfirmTimeoutException(String eventId, Duration waited) {
        super("No confirmation of " + eventId + " within " + waited);
    }
}
