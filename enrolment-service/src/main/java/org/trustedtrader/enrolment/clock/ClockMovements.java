package org.trustedtrader.enrolment.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST_KEPT = 500;

    private long offsetSeconds;
    private @Nullable List<Movement> movements;

    private ClockMovements() {
        super(ID);
    }

    private ClockMovements(Stored stored, Snapshot snapshot) {
        super(stored);
        this.offsetSeconds = snapshot.offsetSeconds();
        this.movements = snapshot.movements();
    }

    /**
     * The stored state.
     *
     * @param movements null in records from before movements were kept
     */
    public record Snapshot(long offsetSeconds, @Nullable List<Movement> movements) {}

    /**
     * From when the programme's clock was how far ahead, so that a time of the programme can be told from one of the machine.
     *
     * @param movedAt machine time
     */
    public record Movement(Instant movedAt, long offsetSeconds) {}

    /** The first movement. */
    public static ClockMovements first(Duration forward, Actor actor, Instant at) {
        var clock = new ClockMovements();
        clock.add(forward, at);
        clock.record(Change.birth(MOVED, "moved", actor, at).because("by " + forward));
        return clock;
    }

    public static ClockMovements restore(Stored stored, Snapshot snapshot) {
        return new ClockMovements(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(offsetSeconds, movements);
    }

    public void move(Duration forward, Actor actor, Instant at) {
        add(forward, at);
        record(Change.within(MOVED, "moved", actor, at).because("by " + forward));
    }

    public long offsetSeconds() {
        return offsetSeconds;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return true;
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    /** @param at programme time before the movement */
    private void add(Duration forward, Instant at) {
        if (!forward.isPositive()) {
            throw new Refusal.InvalidInput("seconds", Message.of("enrolment.clock.forwards-only"));
        }
        if (forward.compareTo(FURTHEST) > 0 || offsetSeconds + forward.toSeconds() > FURTHEST.toSeconds()) {
            throw new Refusal.InvalidInput("days", Message.of("enrolment.clock.too-far"));
        }
        var known = new ArrayList<>(movements == null ? earlier() : movements);
        var movedAt = at.minusSeconds(offsetSeconds);
        offsetSeconds += forward.toSeconds();
        known.add(new Movement(movedAt, offsetSeconds));
        movements = List.copyOf(known.subList(Math.max(0, known.size() - MOST_KEPT), known.size()));
    }

    /** Of movements from before they were kept only the sum is known. */
    private List<Movement> earlier() {
        return offsetSeconds == 0 ? List.of() : List.of(new Movement(Instant.EPOCH, offsetSeconds));
    }
}
