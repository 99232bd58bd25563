package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/**
 * How long after an officer's answer the border refuses for the first time. A second thread asks without a pause while the
 * officer acts, so a refusal may even arrive before the officer's own answer: that counts as zero.
 *
 * @param delay from the officer's answer to the first refusal, on one monotonic clock
 * @param asked how many questions were asked meanwhile
 */
record FirstRefusal(Duration delay, long asked) {

    private static final int BOUND_SECONDS = 30;

    static FirstRefusal measure(BooleanSupplier refused, Runnable suspend) {
        var asked = new AtomicLong();
        var stop = new CompletableFuture<Void>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var firstRefusal = threads.submit(() -> {
                while (!stop.isDone()) {
                    asked.incrementAndGet();
                    if (refused.getAsBoolean()) {
                        return System.nanoTime();
                    }
                }
                return 0L;
            });
            try {
                suspend.run();
                var answered = System.nanoTime();
                var seen = firstRefusal.get(BOUND_SECONDS, TimeUnit.SECONDS);
                return new FirstRefusal(Duration.ofNanos(Math.max(0, seen - answered)), asked.get());
            } finally {
                stop.complete(null);
            }
        } catch (TimeoutException e) {
            throw new UnexpectedResponseException(
                    "The border still did not refuse " + BOUND_SECONDS + " s after the suspension", e);
        } catch (ExecutionException e) {
            throw new UnexpectedResponseException(
                    "Asking about the crossing failed: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException("interrupted while measuring", e);
        }
    }
}
