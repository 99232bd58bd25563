package org.trustedtrader.platform.inbox;

import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;

/** Where messages go that cannot be handled. Parking the same message again replaces the earlier reason. */
interface ParkingLot {

    void park(Event event, String reason, int attempts);

    /** For a message that is no event. */
    void park(Message message, String source, String reason);
}
