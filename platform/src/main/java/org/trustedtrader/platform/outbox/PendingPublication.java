package org.trustedtrader.platform.outbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An event on its way to the broker. */
public interface PendingPublication {

    PendingPublication NOT_AWAITED = () -> {};

    /**
     * Returns when the broker has confirmed the event, when sending has failed, or after a bound; the event is stored and
     * will be sent in any case.
     */
    void await();

    /** @param sent completes when sending has ended, well or not */
    static PendingPublication awaited(CompletableFuture<?> sent, Duration atMost) {
        return () -> {
            try {
                sent.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // The answer is as good without; the sweeper sends what is left.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
