package org.trustedtrader.validation.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A time at which an officer can come.
 *
 * @param officer  actor id of the officer who would lead the visit
 * @param startsAt UTC, whole minutes
 * @param hours    length, 1 to 10 hours
 */
public record Slot(String officer, Instant startsAt, int hours) {

    /** Wider than any plan: {@link SlotPolicy} narrows it. Keeps times out with which no calendar can reckon. */
    private static final DateRange CALENDAR = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(9999, 12, 31));

    public Slot {
        CALENDAR.admitDayOf("startsAt", startsAt);
        if (hours < 1 || hours > 10) {
            throw new Refusal.InvalidInput("hours", Message.of("validation.slot.hours"));
        }
        if (!startsAt.truncatedTo(ChronoUnit.MINUTES).equals(startsAt)) {
            throw new Refusal.InvalidInput("startsAt", Message.of("validation.slot.whole-minute"));
        }
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofHours(hours));
    }

    public boolean overlaps(Slot other) {
        return startsAt.isBefore(other.endsAt()) && other.startsAt.isBefore(endsAt());
    }
}
