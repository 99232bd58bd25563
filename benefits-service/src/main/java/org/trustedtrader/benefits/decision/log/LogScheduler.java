package org.trustedtrader.benefits.decision.log;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done in the background: a thread each for new segments, for the disk and for shipping, so that none waits. */
final class LogScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogScheduler.class);
    private static final int RETRY_MILLIS = 1_000;

    private final BooleanSupplier prepare;
    private final Runnable force;
    private final BooleanSupplier ship;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().daemon().name("journal-", 0).factory());
    private final AtomicBoolean preparing = new AtomicBoolean();
    private volatile boolean failing;

    LogScheduler(BooleanSupplier prepare, Runnable force, BooleanSupplier ship) {
        this.prepare = prepare;
        this.force = force;
        this.ship = ship;
    }

    void start(LogProperties settings) {
        every(settings.forceEvery().toMillis(), this::forceOrSay);
        every(settings.shipAfter().toMillis(), ship::getAsBoolean);
    }

    void prepareSoon() {
        if (preparing.compareAndSet(false, true)) {
            schedule(0);
        }
    }

    void shipped() {
        failing = false;
    }

    /** Said once until it works again. */
    void notShipped(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.warn("problem=journal-not-shipped reason={}", e.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void schedule(long millis) {
        try {
            threads.schedule(this::prepareNow, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late to prepare: {}", e.getMessage());
        }
    }

    private void prepareNow() {
        preparing.set(false);
        if (!prepare.getAsBoolean() && preparing.compareAndSet(false, true)) {
            schedule(RETRY_MILLIS);
        }
    }

    private void forceOrSay() {
        try {
            force.run();
        } catch (RuntimeException e) {
            LOG.error("alarm=journal-not-forced reason={}", e.toString());
        }
    }

    private void every(long millis, Runnable task) {
        threads.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }
}
