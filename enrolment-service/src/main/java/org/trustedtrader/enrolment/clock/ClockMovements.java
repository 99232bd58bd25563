package org.trustedtrader.enrolment.clock;

import java.time.Duration;
import java.time.Instant;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** How far the programme's clock was moved ahead of the machine's. There is one, and it only ever moves forwards. */
public final class ClockMovements extends Aggregate {

    /** The id of the one programme clock. */
    public static final String ID = "programme";

    private static final String MOVED = "MOVED";
    private static final Duration FURTHEST = Duration.ofDays(20 * 366L);

    private long offsetSeconds;

    private ClockMovements() {
        super(ID);
    }

    private ClockMovements(Stored stored, Snapshot snapshot) {
        super(stored);
        this.offsetSeconds = snapshot.offsetSeconds();
    }

    /** The stored state. */
    public record Snapshot(long offsetSeconds) {}

    /** The first movement. */
    public static ClockMovements first(Duration forward, Actor actor, Instant at) {
        var clock = new ClockMovements();
        clock.add(forward);
        clock.record(Change.birth(MOVED, "moved", actor, at).because("by " + forward));
        return clock;
    }

    public static ClockMovements restore(Stored stored, Snapshot snapshot) {
        return new ClockMovements(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(offsetSeconds);
    }

    public void move(Duration forward, Actor actor, Instant at) {
        add(forward);
        record(Change.within(MOVED, "moved", actor, at).because("by " + forward));
    }

    public long offsetSeconds() {
        return offsetSeconds;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return true;
    }

    private void add(Duration forward) {
        if (!forward.isPositive()) {
            throw new Refusal.InvalidInput("seconds", Message.of("enrolment.clock.forwards-only"));
        }
        if (forward.compareTo(FURTHEST) > 0 || offsetSeconds + forward.toSeconds() > FURTHEST.toSeconds()) {
            throw new Refusal.InvalidInput("days", Message.of("enrolment.clock.too-far"));
        }
        offsetSeconds += forward.toSeconds();
    }
}
