package org.trustedtrader.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.trustedtrader.platform.message.Message;

/**
 * The programme's days. A day is a day of a named zone and lasts to its midnight there: methods that take no zone mean the
 * programme's. Working days are Monday to Friday without the holidays of Canada, and without those of the province,
 * territory or state that is named.
 */
public final class BusinessCalendar {

    /** The programme's zone, where its office is. */
    public static final ZoneId PROGRAMME_ZONE = ZoneId.of("America/Toronto");

    private static final BusinessCalendar SHIPPED = new BusinessCalendar(Holidays.shipped(), PROGRAMME_ZONE);

    private final Holidays holidays;
    private final ZoneId zone;

    public BusinessCalendar(Holidays holidays, ZoneId zone) {
        this.holidays = holidays;
        this.zone = zone;
    }

    /** The calendar that all services go by. */
    public static BusinessCalendar shipped() {
        return SHIPPED;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The day that it is for the programme at that moment. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The last moment of a day, to the millisecond: what is valid until that day is valid up to and including this. */
    public Instant endOf(LocalDate day) {
        return endOf(day, zone);
    }

    /** The last moment of a day in that zone, to the millisecond. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /**
     * The last day of a legal period: day n after the first one, which does not count (Interpretation Act, s. 27), or the
     * next working day if that is a Sunday or a holiday (s. 26, s. 35) or, by our policy, a Saturday.
     *
     * @param start    the day of the event from which the period runs
     * @param days     n, 0 or more
     * @param province the company's; abroad only Canada's own holidays count
     */
    public LocalDate lastDayOfLegalPeriod(LocalDate start, int days, Jurisdiction province) {
        if (days < 0) {
            throw new IllegalArgumentException("A period has no " + days + " days");
        }
        return sameOrNextWorkingDay(start.plusDays(days), province.isCanadian() ? province : Jurisdiction.CANADA);
    }

    /** The last moment of a legal period that runs from that moment on: the end of its last day, programme zone. */
    public Instant endOfLegalPeriod(Instant start, int days, Jurisdiction province) {
        return endOf(lastDayOfLegalPeriod(dayOf(start), days, province));
    }

    public boolean isWorkingDay(LocalDate day, Jurisdiction jurisdiction) {
        return !Holiday.isWeekend(day) && holiday(day, jurisdiction).isEmpty();
    }

    /** The holiday on that day, of Canada, where the programme's people work, or of the place that is named. */
    public Optional<Message> holiday(LocalDate day, Jurisdiction jurisdiction) {
        return holidays.on(day, Jurisdiction.CANADA).or(() -> holidays.on(day, jurisdiction));
    }

    /** The n-th working day after that day; with 0 the day itself, or the next working day if it is none. */
    public LocalDate plusWorkingDays(LocalDate day, int days, Jurisdiction jurisdiction) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forwards, not " + days);
        }
        if (days == 0) {
            return sameOrNextWorkingDay(day, jurisdiction);
        }
        var last = day;
        for (int i = 0; i < days; i++) {
            last = sameOrNextWorkingDay(last.plusDays(1), jurisdiction);
        }
        return last;
    }

    private LocalDate sameOrNextWorkingDay(LocalDate day, Jurisdiction jurisdiction) {
        var next = day;
        while (!isWorkingDay(next, jurisdiction)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
