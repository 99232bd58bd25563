package org.trustedtrader.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Brings messages late, in any order and now and then twice, as a broker may. */
class Bus {

    /** Four hops from the last act of a day end before midnight: assessment, obligation, case, membership, border. */
    private static final Duration LATEST = Duration.ofMinutes(120);

    private static final double TWICE = 0.1;

    private record Delivery(Instant at, long number, Runnable handling) {}

    private final PriorityQueue<Delivery> underWay =
            new PriorityQueue<>(Comparator.comparing(Delivery::at).thenComparing(Delivery::number));
    private final MovedClock clock;
    private final RandomGenerator random;
    private long number;

    Bus(MovedClock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param reader  who receives it
     * @param message what a planted fault looks at
     */
    void send(String reader, Object message, Runnable handling) {
        deliver(handling);
        if (random.nextDouble() < TWICE) {
            deliver(handling);
        }
    }

    /** Delivers what arrives until then, each at its time. */
    void moveTo(Instant until) {
        while (!underWay.isEmpty() && !underWay.peek().at().isAfter(until)) {
            var next = underWay.poll();
            clock.moveTo(next.at());
            next.handling().run();
        }
        clock.moveTo(until);
    }

    private void deliver(Runnable handling) {
        var delay = Duration.ofSeconds(random.nextLong(1, LATEST.toSeconds()));
        underWay.add(new Delivery(clock.instant().plus(delay), number++, handling));
    }
}
