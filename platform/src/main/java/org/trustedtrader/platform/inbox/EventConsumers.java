package org.trustedtrader.platform.inbox;

import java.util.List;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.refusal.Refusal;

/** All that a service hears, by source. */
public final class EventConsumers {

    private final List<EventConsumer> inboxes;

    EventConsumers(List<EventConsumer> inboxes) {
        this.inboxes = List.copyOf(inboxes);
    }

    List<EventConsumer> all() {
        return inboxes;
    }

    /** Handles a parked event once more; whatever goes wrong is thrown and nothing is parked again. */
    void replay(Event event) {
        inboxes.stream()
                .filter(inbox -> inbox.source().equals(event.source()))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("source of events"))
                .replay(event);
    }
}
