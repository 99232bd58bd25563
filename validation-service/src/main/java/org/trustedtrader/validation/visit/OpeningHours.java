package org.trustedtrader.validation.visit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** When a place is open or an officer at work: at most one span that begins on each weekday, in local time. */
public record OpeningHours(Map<DayOfWeek, Span> spans) {

    /** Monday to Friday. */
    public static final Set<DayOfWeek> WEEKDAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** Assumed of a site that names no hours: Monday to Friday, 08:00 to 17:00. */
    public static final OpeningHours OFFICE_HOURS = on(WEEKDAYS, new Span(LocalTime.of(8, 0), LocalTime.of(17, 0)));

    public OpeningHours {
        spans = Collections.unmodifiableMap(new TreeMap<>(spans));
    }

    public static OpeningHours on(Set<DayOfWeek> days, Span span) {
        var spans = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        days.forEach(day -> spans.put(day, span));
        return new OpeningHours(spans);
    }

    /**
     * From {@code opens} up to {@code closes}, local time. One that closes at or before the time at which it opens closes on
     * the next day: 22:00 to 06:00 is a night, 00:00 to 00:00 a whole day.
     */
    public record Span(LocalTime opens, LocalTime closes) {

        Interval on(LocalDate day, ZoneId zone) {
            var lastDay = closes.isAfter(opens) ? day : day.plusDays(1);
            return new Interval(
                    day.atTime(opens).atZone(zone).toInstant(),
                    lastDay.atTime(closes).atZone(zone).toInstant());
        }
    }

    /** From {@code start} up to {@code end}. */
    public record Interval(Instant start, Instant end) {

        private boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    /** The intervals of a day of that zone: what is left of the night before, and what begins on the day. */
    public List<Interval> intervals(LocalDate day, ZoneId zone) {
        var midnight = day.atStartOfDay(zone).toInstant();
        var before = span(day.minusDays(1), zone)
                .filter(night -> night.end().isAfter(midnight))
                .map(night -> new Interval(midnight, night.end()));
        return Stream.concat(before.stream(), span(day, zone).stream()).toList();
    }

    /**
     * Whether a slot lies within these hours, read on the local clock of that zone, daylight saving included. Hours that
     * follow on one another, as those of a place that never closes, count as one.
     */
    public boolean cover(Slot slot, ZoneId zone) {
        var covered = slot.startsAt();
        while (covered.isBefore(slot.endsAt())) {
            var at = covered;
            var next = intervals(at.atZone(zone).toLocalDate(), zone).stream()
                    .filter(interval -> interval.contains(at))
                    .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            covered = next.get().end();
        }
        return true;
    }

    private Optional<Interval> span(LocalDate day, ZoneId zone) {
        return Optional.ofNullable(spans.get(day.getDayOfWeek())).map(span -> span.on(day, zone));
    }
}
