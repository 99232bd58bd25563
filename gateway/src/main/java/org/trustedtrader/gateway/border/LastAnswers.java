package org.trustedtrader.gateway.border;

import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * When the gateway goes down, waits for the answers to questions that were asked. The web server waits for its own requests
 * just before, and knows nothing of these; after this its connections are torn down.
 */
final class LastAnswers implements SmartLifecycle {

    /** Between the web server's graceful end and its end. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1_536;

    private static final int LOOK_MILLIS = 10;

    private final ShortWay way;
    private volatile boolean running;

    LastAnswers(ShortWay way) {
        this.way = way;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("last-answers").start(() -> {
            stop();
            callback.run();
        });
    }

    /** No longer than the service may take; whoever stops the gateway may be less patient. */
    @Override
    public void stop() {
        try {
            while (way.underWay() > 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
