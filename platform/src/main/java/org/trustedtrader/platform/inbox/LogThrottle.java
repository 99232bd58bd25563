package org.trustedtrader.platform.inbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What is tried again every second need not be told every second. */
final class LogThrottle {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private boolean told;
    private long toldAt;

    LogThrottle() {
        this(System::nanoTime);
    }

    /** @param nanos a monotonic clock */
    LogThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void log(Runnable line) {
        long now = nanos.getAsLong();
        if (!told || now - toldAt >= MINUTE) {
            told = true;
            toldAt = now;
            line.run();
        }
    }
}
