package org.trustedtrader.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The days that a stated date may have, both ends included. A date outside is refused with a text that names both ends. */
public record DateRange(LocalDate earliest, LocalDate latest) {

    /** Why that date is refused, if it is. */
    public Optional<Message> objection(LocalDate date) {
        return date.isBefore(earliest) || date.isAfter(latest) ? Optional.of(text()) : Optional.empty();
    }

    /** @throws Refusal.InvalidInput naming that field, if the date is outside */
    public void admit(String field, LocalDate date) {
        objection(date).ifPresent(objection -> {
            throw new Refusal.InvalidInput(field, objection);
        });
    }

    /** As {@link #admit(String, LocalDate)}, for the UTC day of a time. Times that no calendar date expresses are outside. */
    public void admitDayOf(String field, Instant time) {
        var start = earliest.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = latest.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (time.isBefore(start) || !time.isBefore(end)) {
            throw new Refusal.InvalidInput(field, text());
        }
    }

    private Message text() {
        return Message.of("calendar.range", earliest, latest);
    }
}
