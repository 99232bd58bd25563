package org.trustedtrader.validation.visit;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;

/** When a place is open or an officer at work: at most one span per weekday, in local time, ending on the same day. */
public record OpeningHours(Map<DayOfWeek, Span> spans) {

    /** Assumed of a site that names no hours: Monday to Friday, 08:00 to 17:00. */
    public static final OpeningHours OFFICE_HOURS = new OpeningHours(spansOn(
            new Span(LocalTime.of(8, 0), LocalTime.of(17, 0)),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)));

    public OpeningHours {
        spans = Map.copyOf(spans);
    }

    /** From {@code opens} up to {@code closes}, local time. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes)) {
                throw new Refusal.InvalidInput("openingHours", "must open before it closes");
            }
        }
    }

    public Optional<Span> on(DayOfWeek day) {
        return Optional.ofNullable(spans.get(day));
    }

    /** Whether a slot lies within these hours, read on the local clock of that zone, daylight saving included. */
    public boolean cover(Slot slot, ZoneId zone) {
        var start = slot.startsAt().atZone(zone);
        var end = slot.endsAt().atZone(zone);
        return start.toLocalDate().equals(end.toLocalDate())
                && on(start.getDayOfWeek())
                        .filter(span -> !start.toLocalTime().isBefore(span.opens())
                                && !end.toLocalTime().isAfter(span.closes()))
                        .isPresent();
    }

    private static Map<DayOfWeek, Span> spansOn(Span span, Set<DayOfWeek> days) {
        var spans = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        days.forEach(day -> spans.put(day, span));
        return spans;
    }
}
