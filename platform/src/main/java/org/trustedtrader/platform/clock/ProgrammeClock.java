package org.trustedtrader.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The programme's time, UTC: what deadlines, visits and memberships go by. It runs with the machine's clock, ahead of it by
 * an offset that only a demonstration may move, in whole milliseconds as the database keeps them. Tokens, events and logs always go by the machine's clock.
 */
public final class ProgrammeClock extends Clock {

    private final ZoneId zone;
    private final OffsetSource offset;

    ProgrammeClock(OffsetSource offset) {
        this(offset, ZoneOffset.UTC);
    }

    private ProgrammeClock(OffsetSource offset, ZoneId zone) {
        this.offset = offset;
        this.zone = zone;
    }

    /** How far programme time is ahead now. */
    interface OffsetSource {
        Duration offset();

        /** What the machine's clock said at that time of the programme; for one that a movement skipped, when it was moved. */
        Instant machineTime(Instant programme);
    }

    public Duration offset() {
        return offset.offset();
    }

    /**
     * What the machine's clock said at that time of the programme, as far as movements are known: what was recorded by then is
     * told by it. For a time that a movement skipped it is the time of the movement.
     */
    public Instant machineTime(Instant programme) {
        return offset.machineTime(programme);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(@Nullable ZoneId newZone) {
        return new ProgrammeClock(offset, newZone == null ? ZoneOffset.UTC : newZone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.offset()).truncatedTo(ChronoUnit.MILLIS);
    }
}
