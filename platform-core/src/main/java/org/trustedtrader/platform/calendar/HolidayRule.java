package org.trustedtrader.platform.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/** On which day of a year a holiday falls. */
sealed interface HolidayRule {

    /** Empty only if there is none in that year. */
    Optional<LocalDate> in(int year);

    /** The same day every year, such as {@code 07-01}. */
    record Fixed(MonthDay day) implements HolidayRule {
        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(day.atYear(year));
        }
    }

    /** A single day, such as a day of mourning by proclamation: {@code 2022-09-19}. */
    record Once(LocalDate day) implements HolidayRule {
        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(day).filter(d -> d.getYear() == year);
        }
    }

    /** Days before or after Easter Sunday of the Gregorian calendar, such as {@code EASTER-2} for Good Friday. */
    record FromEaster(int days) implements HolidayRule {
        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(easterSunday(year).plusDays(days));
        }
    }

    /** The n-th weekday of a month, {@code 3 MONDAY 02}; -1 for the last one. */
    record Nth(int number, DayOfWeek weekday, Month month) implements HolidayRule {
        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, weekday)));
        }
    }

    /** The weekday before a day, never that day itself: {@code MONDAY BEFORE 05-25}. */
    record Before(DayOfWeek weekday, MonthDay day) implements HolidayRule {
        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(day.atYear(year).with(TemporalAdjusters.previous(weekday)));
        }
    }

    /** Reads a rule as the data file writes it. */
    static HolidayRule parse(String text) {
        try {
            for (var form : Form.values()) {
                var parts = form.pattern.matcher(text);
                if (parts.matches()) {
                    return switch (form) {
                        case FIXED -> new Fixed(MonthDay.parse("--" + text));
                        case ONCE -> new Once(LocalDate.parse(text));
                        case EASTER -> new FromEaster(Integer.parseInt(parts.group(1)));
                        case NTH ->
                            new Nth(
                                    Integer.parseInt(parts.group(1)),
                                    DayOfWeek.valueOf(parts.group(2)),
                                    Month.of(Integer.parseInt(parts.group(3))));
                        case BEFORE ->
                            new Before(DayOfWeek.valueOf(parts.group(1)), MonthDay.parse("--" + parts.group(2)));
                    };
                }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no rule for a holiday: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("'" + text + "' is no rule for a holiday");
    }

    /** The written forms of the rules. */
    enum Form {
        FIXED("\\d\\d-\\d\\d"),
        ONCE("\\d{4}-\\d\\d-\\d\\d"),
        EASTER("EASTER([+-]\\d{1,2})"),
        NTH("(-1|[1-5]) ([A-Z]+) (\\d\\d)"),
        BEFORE("([A-Z]+) BEFORE (\\d\\d-\\d\\d)");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
