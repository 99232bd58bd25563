package org.trustedtrader.platform.inbox;

import java.util.List;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.refusal.Refusal;

/** All that a service onDelivery, by source. */
public final class EventConsumers {

    private final List<EventConsumer> consumers;

    EventConsumers(List<EventConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    List<EventConsumer> all() {
        return consumers;
    }

    /** Whether anything is done with an event; its owner may have become another service since it was parked. */
    boolean consumes(Event event) {
        return consumers.stream().anyMatch(consumer -> consumer.consumes(event));
    }

    /** Handles a parked event once more; whatever goes wrong is thrown and nothing is parked again. */
    void replay(Event event) {
        consumers.stream()
                .filter(consumer -> consumer.source().equals(event.source()))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("source of events"))
                .replay(event);
    }
}
