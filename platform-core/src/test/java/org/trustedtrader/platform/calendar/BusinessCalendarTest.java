package org.trustedtrader.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.shipped();
    private static final Jurisdiction ONTARIO = Jurisdiction.of("CA", "ON");

    @ParameterizedTest
    @CsvSource({
        // 60 days after 2 December 2026 is Sunday, 31 January 2027
        "2026-12-02, 60, CA, ON, 2027-02-01",
        "2026-12-03, 60, CA, ON, 2027-02-01",
        // a Saturday, by our policy
        "2026-12-01, 60, CA, ON, 2027-02-01",
        // an ordinary day
        "2026-12-04, 60, CA, ON, 2027-02-02",
        // Family Day 2027-02-15 in Ontario, not in Quebec, and not for a company in the United States
        "2026-12-17, 60, CA, ON, 2027-02-16",
        "2026-12-17, 60, CA, QC, 2027-02-15",
        "2026-12-17, 60, US, NY, 2027-02-15",
        // Good Friday to Easter Monday
        "2027-01-25, 60, CA, ON, 2027-03-30",
        // Christmas on a Saturday: Monday and Tuesday are days off
        "2027-11-25, 30, CA, ON, 2027-12-29",
        // New Year's Day on a Saturday
        "2027-12-02, 30, CA, ON, 2028-01-04",
        // Fourth of July is no holiday here
        "2028-06-04, 30, US, MI, 2028-07-04",
        "2028-06-01, 30, CA, ON, 2028-07-04",
        "2026-12-02, 0, CA, ON, 2026-12-02",
        "2026-12-06, 0, CA, ON, 2026-12-07"
    })
    void aLegalPeriodEndsOnAWorkingDay(LocalDate start, int days, String country, String region, LocalDate last) {
        assertThat(CALENDAR.lastDayOfLegalPeriod(start, days, Jurisdiction.of(country, region)))
                .isEqualTo(last);
    }

    @Test
    void aLegalPeriodEndsAtTheProgrammesMidnight() {
        var asked = Instant.parse("2026-12-02T15:00:00Z");

        assertThat(CALENDAR.endOfLegalPeriod(asked, 60, ONTARIO)).isEqualTo("2027-02-02T04:59:59.999Z");
    }

    @Test
    void aLegalPeriodBeginsOnTheProgrammesDay() {
        var lateInTheEvening = Instant.parse("2026-12-03T03:00:00Z");

        assertThat(CALENDAR.dayOf(lateInTheEvening)).isEqualTo("2026-12-02");
        assertThat(CALENDAR.endOfLegalPeriod(lateInTheEvening, 62, ONTARIO)).isEqualTo("2027-02-03T04:59:59.999Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-07, America/Toronto, 2027-03-08T04:59:59.999Z",
        // clocks go forward on 14 March 2027 and back on 7 November 2027
        "2027-03-14, America/Toronto, 2027-03-15T03:59:59.999Z",
        "2027-11-07, America/Toronto, 2027-11-08T04:59:59.999Z",
        "2027-03-07, Asia/Shanghai, 2027-03-07T15:59:59.999Z",
        "2027-03-07, America/St_Johns, 2027-03-08T03:29:59.999Z"
    })
    void validUntilADayMeansUntilItsMidnightThere(LocalDate day, String zone, Instant end) {
        assertThat(BusinessCalendar.endOf(day, ZoneId.of(zone))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-12, 1, CA, ON, 2027-02-16",
        "2027-02-12, 1, CA, QC, 2027-02-15",
        "2027-02-13, 0, CA, ON, 2027-02-16",
        "2027-02-11, 5, CA, ON, 2027-02-19",
        "2027-12-24, 1, CA, ON, 2027-12-29",
        "2027-03-25, 1, CA, ON, 2027-03-30",
        // at a site in the United States both countries' holidays count
        "2027-06-30, 1, US, MI, 2027-07-02",
        "2027-07-02, 1, US, MI, 2027-07-06"
    })
    void workingDaysLeaveOutWeekendsAndHolidays(
            LocalDate from, int days, String country, String region, LocalDate expected) {
        assertThat(CALENDAR.plusWorkingDays(from, days, Jurisdiction.of(country, region)))
                .isEqualTo(expected);
    }

    @Test
    void aHolidayIsNoWorkingDayInItsProvinceOnly() {
        var familyDay = LocalDate.of(2028, 2, 21);

        assertThat(CALENDAR.isWorkingDay(familyDay, ONTARIO)).isFalse();
        assertThat(CALENDAR.isWorkingDay(familyDay, Jurisdiction.of("CA", "QC")))
                .isTrue();
        assertThat(CALENDAR.isWorkingDay(familyDay, Jurisdiction.CANADA)).isTrue();
        assertThat(CALENDAR.isWorkingDay(familyDay.plusDays(1), ONTARIO)).isTrue();
    }

    @Test
    void regionsAreReadInEitherForm() {
        assertThat(Jurisdiction.of("ca", "ca-on")).isEqualTo(ONTARIO);
        assertThat(Jurisdiction.of("CA", " on ")).isEqualTo(ONTARIO);
        assertThat(Jurisdiction.of("CA", null)).isEqualTo(Jurisdiction.CANADA);
    }

    @Test
    void periodsRunForwards() {
        var day = LocalDate.of(2027, 1, 4);

        assertThatThrownBy(() -> CALENDAR.lastDayOfLegalPeriod(day, -1, ONTARIO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(day, -1, ONTARIO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
