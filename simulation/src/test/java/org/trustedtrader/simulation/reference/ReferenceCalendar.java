package org.trustedtrader.simulation.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Working days and legal periods (domain.md, section 12), from lists of holidays that it works out itself. */
final class ReferenceCalendar {

    private static final int FIRST_YEAR = 2026;
    private static final int LAST_YEAR = 2045;
    private static final Map<Province, Set<LocalDate>> HOLIDAYS = new HashMap<>();

    static {
        for (var province : Province.values()) {
            var days = new HashSet<LocalDate>();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                days.addAll(holidays(year, province));
            }
            HOLIDAYS.put(province, days);
        }
    }

    private ReferenceCalendar() {}

    /** The last day of a legal period of n days: never a Saturday, a Sunday or a holiday. */
    static LocalDate legalPeriod(LocalDate start, int days, Province province) {
        var end = start.plusDays(days);
        while (!isWorkingDay(end, province)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** The n-th working day of the programme's officers after that day. */
    static LocalDate workingDaysAfter(LocalDate day, int days) {
        var end = day;
        for (int left = days; left > 0; ) {
            end = end.plusDays(1);
            if (isWorkingDay(end, Province.NONE)) {
                left--;
            }
        }
        return end;
    }

    private static boolean isWorkingDay(LocalDate day, Province province) {
        return !isWeekend(day) && !HOLIDAYS.get(province).contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> holidays(int year, Province province) {
        var easter = easter(year);
        var days = new HashSet<LocalDate>();
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, 5, 24).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        days.add(monday(year, 9, 1));
        days.add(monday(year, 10, 2));
        int[][] fixed = {{1, 1}, {7, 1}, {9, 30}, {11, 11}, {12, 25}, {12, 26}};
        for (var day : fixed) {
            days.add(LocalDate.of(year, day[0], day[1]));
        }
        for (var day : fixed) {
            var kept = LocalDate.of(year, day[0], day[1]);
            if (isWeekend(kept)) {
                while (isWeekend(kept) || days.contains(kept)) {
                    kept = kept.plusDays(1);
                }
                days.add(kept);
            }
        }
        if (province == Province.ON) {
            days.add(monday(year, 2, 3));
            days.add(monday(year, 8, 1));
        }
        if (province == Province.QC) {
            var national = LocalDate.of(year, 6, 24);
            days.add(national);
            if (national.getDayOfWeek() == DayOfWeek.SUNDAY) {
                days.add(national.plusDays(1));
            }
        }
        return days;
    }

    private static LocalDate monday(int year, int month, int number) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.MONDAY));
    }

    /** Easter Sunday by the anonymous Gregorian algorithm. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        return LocalDate.of(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
