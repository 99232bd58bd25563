package org.trustedtrader.platform.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

final class MovedClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
