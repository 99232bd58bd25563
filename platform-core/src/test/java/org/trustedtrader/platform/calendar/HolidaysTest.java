package org.trustedtrader.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.message.Message;

class HolidaysTest {

    private static final Holidays HOLIDAYS = Holidays.shipped();

    @Test
    void federalRulesGiveThePublishedListOf2026To2037() throws IOException {
        var published = new TreeMap<LocalDate, String>();
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/calendar/federal-holidays-2026-2037.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .forEach(cells -> published.put(LocalDate.parse(cells[0]), cells[1]));
        }
        var derived = new TreeMap<LocalDate, String>();
        for (int year = 2026; year <= 2037; year++) {
            HOLIDAYS.of(year, Jurisdiction.CANADA).forEach((day, name) -> derived.put(day, name.toString()));
        }

        assertThat(derived).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22", "1943, 1943-04-25", "2000, 2000-04-23", "2008, 2008-03-23", "2024, 2024-03-31",
        "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25", "2049, 2049-04-18", "2285, 2285-03-22"
    })
    void easterIsThatOfTheGregorianCalendar(int year, LocalDate sunday) {
        assertThat(HolidayRule.easterSunday(year)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        // Family Day and its sisters
        "2028-02-21, CA, ON, Family Day",
        "2007-02-19, CA, ON, ",
        "2018-02-12, CA, BC, Family Day",
        "2018-02-19, CA, BC, ",
        "2019-02-18, CA, BC, Family Day",
        "2027-02-15, CA, MB, Louis Riel Day",
        "2027-02-15, CA, NS, Heritage Day",
        "2027-02-15, CA, PE, Islander Day",
        "2027-02-15, CA, QC, ",
        "2027-02-15, CA, NL, ",
        // Monday before 25 May: the 25th itself is never it
        "2026-05-18, CA, ON, Victoria Day",
        "2026-05-25, CA, ON, ",
        "2027-05-24, CA, QC, Victoria Day",
        "2027-06-24, CA, QC, National Holiday",
        "2029-06-25, CA, QC, National Holiday (observed)",
        "2028-06-26, CA, QC, ",
        "2027-08-02, CA, ON, Civic Holiday",
        "2027-08-02, CA, BC, British Columbia Day",
        "2027-08-02, CA, QC, ",
        "2026-06-21, CA, YT, National Indigenous Peoples Day",
        "2026-06-22, CA, YT, National Indigenous Peoples Day (observed)",
        "2027-08-16, CA, YT, Discovery Day",
        "2027-07-09, CA, NU, Nunavut Day",
        "2020-09-30, CA, '', ",
        "2021-09-30, CA, '', National Day for Truth and Reconciliation",
        // a holiday of the country is one in each of its regions, and of a region that is not known
        "2028-07-03, CA, AB, Canada Day (observed)",
        "2028-07-01, CA, XX, Canada Day",
        "2027-02-15, US, NY, Washington's Birthday",
        "2027-05-31, US, '', Memorial Day",
        "2027-06-18, US, MI, Juneteenth National Independence Day (observed)",
        "2027-07-05, US, MI, Independence Day (observed)",
        "2021-12-31, US, MI, New Year's Day (observed)",
        "2027-11-25, US, MI, Thanksgiving Day",
        "2027-11-11, US, MI, Veterans Day",
        "2027-07-01, US, MI, ",
        "2027-01-01, MX, '', "
    })
    void everyPlaceHasItsOwnHolidays(LocalDate day, String country, String region, String name) {
        assertThat(HOLIDAYS.on(day, Jurisdiction.of(country, region)).map(Message::toString))
                .isEqualTo(java.util.Optional.ofNullable(name));
    }

    @Test
    void namesAreToldInBothLanguages() {
        var name = HOLIDAYS.on(LocalDate.of(2027, 12, 27), Jurisdiction.CANADA).orElseThrow();

        assertThat(name.in(Locale.CANADA)).isEqualTo("Christmas Day (observed)");
        assertThat(name.in(Locale.CANADA_FRENCH)).isEqualTo("Jour de Noël (reporté)");
    }

    @Test
    void everyHolidayHasAName() {
        for (var jurisdiction : new String[] {
            "CA", "CA-AB", "CA-BC", "CA-MB", "CA-NB", "CA-NS", "CA-NT", "CA-NU", "CA-ON", "CA-PE", "CA-QC", "CA-SK",
            "CA-YT", "US"
        }) {
            HOLIDAYS.of(
                            2027,
                            Jurisdiction.of(
                                    jurisdiction.substring(0, 2), jurisdiction.length() > 2 ? jurisdiction : ""))
                    .values()
                    .forEach(name -> assertThat(name.toString()).doesNotContain("calendar.", "["));
        }
    }

    @Test
    void aSingleDayByProclamationIsNoYearlyOne() {
        var holidays = Holidays.parse("""
                jurisdiction;name;rule;observed;from;until;source
                CA;mourning;2022-09-19;NONE;2022-09-19;2022-09-19;Proclamation
                """);

        assertThat(holidays.on(LocalDate.of(2022, 9, 19), Jurisdiction.CANADA)).isPresent();
        assertThat(holidays.on(LocalDate.of(2023, 9, 19), Jurisdiction.CANADA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CA;a;13-01;NONE;2000-01-01;;x",
                "CA;a;6 MONDAY 02;NONE;2000-01-01;;x",
                "CA;a;1 FUNDAY 02;NONE;2000-01-01;;x",
                "CA;a;EASTER;NONE;2000-01-01;;x",
                "CA;a;01-01;SOMETIMES;2000-01-01;;x",
                "CA;a;01-01;NONE;;;x",
                "CA;a;01-01;NONE;2000-01-01"
            })
    void aRowThatCannotBeReadIsRefused(String row) {
        var csv = "jurisdiction;name;rule;observed;from;until;source\n" + row;

        assertThatThrownBy(() -> Holidays.parse(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(row);
    }

    @Test
    void aFileWithoutItsHeaderIsRefused() {
        assertThatThrownBy(() -> Holidays.parse("CA;a;01-01;NONE;2000-01-01;;x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must begin with");
    }
}
