package org.trustedtrader.border.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: longer each time, and not all lanes at once. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = SHORTEST;

    void reset() {
        next = SHORTEST;
    }

    void pause() throws InterruptedException {
        var millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2));
    }
}
