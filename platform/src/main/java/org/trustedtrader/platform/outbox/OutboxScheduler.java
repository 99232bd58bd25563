package org.trustedtrader.platform.outbox;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;

/** Runs the sweeper and the watermarks while the service is up. */
final class OutboxScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxScheduler.class);

    private final OutboxRelay relay;
    private final EventPublisher publisher;
    private final OutboxProperties settings;
    private final String service;
    private ScheduledExecutorService timer;

    OutboxScheduler(OutboxRelay relay, EventPublisher publisher, OutboxProperties settings, String service) {
        this.relay = relay;
        this.publisher = publisher;
        this.settings = settings;
        this.service = service;
    }

    @Override
    public void start() {
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("outbox-timer-", 0).factory());
        every(settings.sweepEvery().toMillis(), relay::sweep);
        every(settings.watermarkEvery().toMillis(), this::publishWatermark);
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void publishWatermark() {
        var complete = relay.watermark();
        publisher.publishUnconfirmed(
                service + "." + Watermark.ROUTING_WORD + ".v1", new Watermark(complete, Instant.now()).write());
    }

    private void every(long millis, Runnable task) {
        timer.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (AmqpException e) {
            LOG.debug("The broker is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("problem=outbox-timer reason={}", e.toString());
        }
    }
}
