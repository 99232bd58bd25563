package org.trustedtrader.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.message.Message;

/**
 * A public holiday, as a row of the data file.
 *
 * @param name   key of its name, under {@code calendar.holiday} in the message bundles
 * @param from   first day on which the rule holds
 * @param until  last day on which it holds
 * @param source law or list that it was taken from
 */
record Holiday(
        Jurisdiction jurisdiction,
        String name,
        HolidayRule rule,
        Observance observance,
        LocalDate from,
        LocalDate until,
        String source) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    Message text() {
        return Message.of("calendar.holiday." + name);
    }

    /** The day that has the name, whether or not it is observed on another one. */
    Optional<LocalDate> in(int year) {
        return rule.in(year).filter(day -> !day.isBefore(from) && !day.isAfter(until));
    }

    /** What happens when a holiday falls on a weekend. */
    enum Observance {
        /** Nothing: it is never moved. */
        NONE,
        /** The next day that is neither weekend nor a holiday already (Canada Labour Code, s. 193). */
        NEXT_WORKING_DAY,
        /** A Sunday's is kept on the Monday; a Saturday's is not moved (Quebec's National Holiday Act, s. 2). */
        SUNDAY_TO_MONDAY,
        /** A Saturday's is kept on the Friday before, a Sunday's on the Monday after (5 U.S.C. 6103(b)). */
        NEAREST_WEEKDAY
    }

    /** @param taken days that are holidays of the same jurisdiction already */
    Optional<LocalDate> observed(LocalDate day, Set<LocalDate> taken) {
        return switch (observance) {
            case NONE -> Optional.empty();
            case NEXT_WORKING_DAY -> isWeekend(day) ? Optional.of(nextFree(day, taken)) : Optional.empty();
            case SUNDAY_TO_MONDAY ->
                day.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.of(day.plusDays(1)) : Optional.empty();
            case NEAREST_WEEKDAY ->
                isWeekend(day)
                        ? Optional.of(day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day.plusDays(1))
                        : Optional.empty();
        };
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    private static LocalDate nextFree(LocalDate day, Set<LocalDate> taken) {
        return day.datesUntil(day.plusDays(14))
                .skip(1)
                .filter(next -> !isWeekend(next) && !taken.contains(next))
                .findFirst()
                .orElseThrow();
    }
}
