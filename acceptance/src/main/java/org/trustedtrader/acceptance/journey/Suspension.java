package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Polling;

/** The officer takes the benefit away and gives it back, while the border keeps asking. */
final class Suspension {

    private final Approver officer;
    private final Approver manager;
    private final Border border;
    private final ProgrammeTime time;
    private final Trader carrier;
    private @Nullable Instant suspendedAt;

    Suspension(Approver officer, Approver manager, Border border, ProgrammeTime time, Trader carrier) {
        this.officer = officer;
        this.manager = manager;
        this.border = border;
        this.time = time;
        this.carrier = carrier;
    }

    Outcome begins() {
        var measured = measure();
        return Outcome.of("suspended; the border refused %.1f ms after the officer's answer (%d questions meanwhile)"
                        .formatted(millis(measured.delay()), measured.asked()))
                .with("refusalMillis", millis(measured.delay()));
    }

    Outcome ends() {
        officer.proposesReinstatement(carrier);
        manager.reinstates(carrier);
        return Outcome.of("reinstated by " + manager.who() + ", as " + officer.who() + " proposed");
    }

    /** An hour into the suspension. */
    Instant during() {
        return Objects.requireNonNull(suspendedAt).plus(Duration.ofHours(1));
    }

    Outcome repeated(int times) {
        var delays = new ArrayList<Duration>();
        for (int i = 0; i < times; i++) {
            delays.add(measure().delay());
            ends();
            awaitAdmission();
        }
        delays.sort(null);
        var median = millis(delays.get(times / 2));
        var worst = millis(delays.getLast());
        return Outcome.of("%d suspensions: refused after %.1f ms (median), %.1f ms (worst)"
                        .formatted(times, median, worst))
                .with("suspensions", times)
                .with("medianMillis", median)
                .with("worstMillis", worst);
    }

    private FirstRefusal measure() {
        var arrival = time.now().plus(Duration.ofMinutes(10));
        return FirstRefusal.measure(() -> border.refuses(arrival), () -> suspendedAt = officer.suspends(carrier));
    }

    private void awaitAdmission() {
        var arrival = time.now().plus(Duration.ofMinutes(10));
        Polling.until("the border admits the truck again", Polling.SOON, () -> border.admits(arrival), yes -> yes);
    }

    private static double millis(Duration delay) {
        return Math.round(delay.toNanos() / 1e5) / 10.0;
    }
}
