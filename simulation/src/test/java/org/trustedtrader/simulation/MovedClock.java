package org.trustedtrader.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The programme's clock, which only the world moves. */
final class MovedClock extends Clock {

    static final ZoneId ZONE = ZoneId.of("America/Toronto");

    private Instant now = Instant.EPOCH;

    void moveTo(Instant to) {
        if (to.isBefore(now)) {
            throw new IllegalStateException("time does not go back from " + now + " to " + to);
        }
        now = to;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
