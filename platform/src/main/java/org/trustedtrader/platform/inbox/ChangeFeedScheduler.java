package org.trustedtrader.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Catches up at start, whenever the broker comes back, every so often, and more often while the broker is down. */
final class ChangeFeedScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeedScheduler.class);

    private final List<ChangeFeedReader> sources;
    private final Runnable afterwards;
    private final ConsumerConnection broker;
    private final ConsumerProperties settings;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread reader = Thread.ofVirtual().unstarted(() -> {});

    /** @param afterwards what else is to be done at each of these times */
    ChangeFeedScheduler(
            List<ChangeFeedReader> sources,
            Runnable afterwards,
            ConsumerConnection broker,
            ConsumerProperties settings) {
        this.sources = List.copyOf(sources);
        this.afterwards = afterwards;
        this.broker = broker;
        this.settings = settings;
    }

    @Override
    public void start() {
        broker.whenConnected(connection -> wanted.release());
        running = true;
        reader = Thread.ofVirtual().name("catch-up").start(this::keepReading);
    }

    @Override
    public void stop() {
        running = false;
        reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepReading() {
        while (isRunning()) {
            var complete = true;
            for (var source : sources) {
                complete &= attempt(source.source(), source::run);
            }
            complete &= attempt("replays", afterwards);
            pause(complete && broker.isUp() ? settings.catchUpEvery() : settings.catchUpWhileDown());
        }
    }

    private static boolean attempt(String source, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "problem=catch-up source={} reason={}", source, e.getClass().getSimpleName());
            return false;
        }
    }

    private void pause(Duration duration) {
        try {
            if (wanted.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
