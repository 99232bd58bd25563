package org.trustedtrader.border.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Times on and around the boundaries of a world, which spans four days. */
final class RandomTimes {

    static final Instant START = Instant.parse("2026-12-06T00:00:00Z");

    private static final int HOURS = 96;

    private final Random random;
    private final List<Instant> boundaries = new ArrayList<>(List.of(START));

    RandomTimes(Random random) {
        this.random = random;
    }

    /** A full hour. */
    Instant hour() {
        return START.plus(Duration.ofHours(random.nextInt(HOURS)));
    }

    /** Something changes then, so questions are asked about it. */
    Instant boundary(Instant time) {
        boundaries.add(time);
        return time;
    }

    /** Mostly on a boundary or a millisecond beside it. */
    Instant any() {
        var boundary = boundaries.get(random.nextInt(boundaries.size()));
        return switch (random.nextInt(12)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.parse("2199-12-31T23:59:59.999Z");
            case 2, 3 ->
                START.plusMillis(random.nextLong(Duration.ofHours(HOURS).toMillis()));
            case 4, 5 -> boundary.minusMillis(1);
            case 6, 7 -> boundary.plusMillis(1);
            case 8 -> boundary.minusSeconds(random.nextInt(60));
            default -> boundary;
        };
    }
}
