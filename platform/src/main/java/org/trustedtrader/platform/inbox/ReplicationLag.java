package org.trustedtrader.platform.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How old a service's knowledge of each source is. Time since the last watermark is measured on this machine's monotonic
 * clock, so that a clock that jumps makes nothing look fresher. A watermark says that everything was announced, not that the
 * broker kept it: so it counts only after a catch-up that began on the present connection, and only for a while.
 */
public final class ReplicationLag {

    /** The age of what was never heard of: longer than any lease. */
    public static final Duration NEVER = Duration.ofDays(36_500);

    private final Duration trustedAfterCatchUp;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Long> caughtUpAt = new ConcurrentHashMap<>();
    private volatile long connectedAt = System.nanoTime();

    /** @param trustedAfterCatchUp how long after a completed catch-up watermarks alone are believed */
    public ReplicationLag(Duration trustedAfterCatchUp) {
        this.trustedAfterCatchUp = trustedAfterCatchUp;
    }

    private record Known(long atNanos, Duration ageThen) {
        Duration age(long nowNanos) {
            return ageThen.plusNanos(nowNanos - atNanos);
        }
    }

    /** How long ago the source may have changed without this service knowing. */
    public Duration age(String source) {
        var last = known.get(source);
        return last == null ? NEVER : last.age(System.nanoTime());
    }

    /** Everything that the source recorded before {@code complete} was announced, and has been handled here. */
    void watermark(String source, Instant complete, Instant sentAt) {
        if (!isTrusted(source)) {
            return;
        }
        var lag = Duration.between(complete, sentAt);
        var onTheWay = Duration.between(sentAt, Instant.now());
        note(source, System.nanoTime(), lag.plus(onTheWay.isNegative() ? Duration.ZERO : onTheWay));
    }

    /** Everything that the source had recorded when this was {@code System.nanoTime()} has been handled here. */
    void caughtUp(String source, long startedNanos) {
        caughtUpAt.merge(source, startedNanos, (before, now) -> now - before > 0 ? now : before);
        note(source, startedNanos, Duration.ZERO);
    }

    /** A new connection to the broker, which may have lost anything in between. */
    void reconnected() {
        connectedAt = System.nanoTime();
    }

    private boolean isTrusted(String source) {
        var caughtUp = caughtUpAt.get(source);
        return caughtUp != null
                && caughtUp - connectedAt >= 0
                && System.nanoTime() - caughtUp < trustedAfterCatchUp.toNanos();
    }

    private void note(String source, long atNanos, Duration ageThen) {
        known.merge(source, new Known(atNanos, ageThen), (before, now) -> {
            var nanos = System.nanoTime();
            return now.age(nanos).compareTo(before.age(nanos)) <= 0 ? now : before;
        });
    }
}
