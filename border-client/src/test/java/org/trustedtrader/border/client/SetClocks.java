package org.trustedtrader.border.client;

import java.time.Duration;
import java.time.Instant;

/** Clocks that a test sets. */
final class SetClocks {

    private volatile Instant wall;
    private volatile long nanos;

    SetClocks(Instant wall) {
        this.wall = wall;
    }

    Clocks clocks() {
        return new Clocks(() -> wall, () -> nanos);
    }

    Instant wall() {
        return wall;
    }

    void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the time of day; no time passes. */
    void jump(Duration by) {
        wall = wall.plus(by);
    }
}
