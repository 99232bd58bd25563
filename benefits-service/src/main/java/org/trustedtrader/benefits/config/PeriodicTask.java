package org.trustedtrader.benefits.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Does something every so often while the service runs, and once more when it stops. */
final class PeriodicTask implements SmartLifecycle {

    private final String name;
    private final Duration every;
    private final Runnable work;
    private @Nullable ScheduledExecutorService clock;

    PeriodicTask(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    static PeriodicTask never() {
        return new PeriodicTask("never", Duration.ofDays(1), () -> {});
    }

    @Override
    public synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        clock.scheduleWithFixedDelay(work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdown();
            clock = null;
            work.run();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
