package org.trustedtrader.platform.outbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.trustedtrader.platform.event.Event;

/**
 * What waits to be sent of one aggregate.
 *
 * @param onlyOne the one event, or empty if there may be several, which are then read from the aggregate
 * @param sent    completes when they were sent, or could not be
 */
record PendingAggregate(Optional<Event> onlyOne, CompletableFuture<Void> sent) {

    static PendingAggregate of(Optional<Event> onlyOne) {
        return new PendingAggregate(onlyOne, new CompletableFuture<>());
    }

    PendingAggregate andMore() {
        return new PendingAggregate(Optional.empty(), sent);
    }
}
