package org.trustedtrader.benefits.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** How old knowledge may be, and how far from now a question may lie. */
public final class Lease {

    private final Clock clock;
    private final Supplier<Duration> age;
    private final Duration limit;
    private final Reach reach;
    private final UnaryOperator<Instant> machineTime;

    /** For a programme whose clock is the machine's. @param age how old the knowledge is now, by a monotonic clock */
    public Lease(Clock clock, Supplier<Duration> age, Duration limit, Reach reach) {
        this(clock, age, limit, reach, UnaryOperator.identity());
    }

    /**
     * @param age         how old the knowledge is now, by a monotonic clock
     * @param machineTime what the machine's clock, by which records are dated, said at a time of the programme
     */
    public Lease(Clock clock, Supplier<Duration> age, Duration limit, Reach reach, UnaryOperator<Instant> machineTime) {
        this.clock = clock;
        this.age = age;
        this.limit = limit;
        this.reach = reach;
        this.machineTime = machineTime;
    }

    /** How far back and ahead of now a question may lie. */
    public record Reach(Duration back, Duration ahead) {}

    public Moment now() {
        return new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS), age.get(), limit);
    }

    /** Refuses a time that nobody can mean. */
    public void admit(String field, Instant at) {
        var now = clock.instant();
        if (at.isBefore(now.minus(reach.back()))) {
            throw new Refusal.InvalidInput(
                    field, Message.of("border.time-too-old", reach.back().toDays()));
        }
        if (at.isAfter(now.plus(reach.ahead()))) {
            throw new Refusal.InvalidInput(
                    field, Message.of("border.time-too-late", reach.ahead().toDays()));
        }
    }

    /** The date of the last record that was known at that time of the programme. */
    public Instant recordedBy(Instant knownAt) {
        return machineTime.apply(knownAt);
    }

    /** Refuses a time by which nobody can have known anything yet, or that is too long ago. */
    public void admitKnown(String field, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return;
        }
        if (knownAt.isAfter(clock.instant())) {
            throw new Refusal.InvalidInput(field, Message.of("border.known-in-future"));
        }
        admit(field, knownAt);
    }
}
