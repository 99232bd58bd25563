package org.trustedtrader.bench.process;

import java.time.Duration;

/** Waiting that ends the bench when it is interrupted. */
public final class Pause {

    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }
}
