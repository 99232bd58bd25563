package org.trustedtrader.validation.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.trustedtrader.validation.planning.Holidays;
import tools.jackson.databind.json.JsonMapper;

class DataFilesTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theRosterKnowsTheDemosValidator() {
        var roster = PlanningConfiguration.read(new ClassPathResource("planning/roster.json"), RosterFile.class, json)
                .roster();
        assertThat(roster.find("user:00000000-0000-4000-8000-000000000008")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-25",
                "2026-12-28",
                "2027-01-01",
                "2027-03-26",
                "2027-05-24",
                "2027-07-01",
                "2027-09-06",
                "2027-10-11",
                "2027-11-11",
                "2027-12-27",
                "2027-12-28",
                "2028-01-03",
                "2028-04-14"
            })
    void federalHolidaysAreOnFile(LocalDate day) {
        assertThat(holidays().days()).containsKey(day);
    }

    @Test
    void elevenHolidaysOfEachYearAreOnFileAndTheirObservedDays() {
        var holidays = holidays();
        assertThat(holidays.years()).hasSizeGreaterThanOrEqualTo(10).contains(2026, 2027);
        for (int year : holidays.years()) {
            assertThat(holidays.days().entrySet().stream()
                            .filter(day -> day.getKey().getYear() == year)
                            .filter(day -> !day.getValue().contains("observed")))
                    .hasSize(11);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"officers\":[{\"actor\":\"user:x\"}]}",
                "{\"source\":\"x\",\"years\":{\"2026\":{\"2027-01-01\":\"New Year's Day\"}}}"
            })
    void aWrongFileStopsTheStart(String content) {
        var file = new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() ->
                        PlanningConfiguration.read(file, RosterFile.class, json).roster())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> PlanningConfiguration.read(file, HolidayFile.class, json)
                        .holidays())
                .isInstanceOf(RuntimeException.class);
    }

    private Holidays holidays() {
        return PlanningConfiguration.read(
                        new ClassPathResource("planning/federal-holidays.json"), HolidayFile.class, json)
                .holidays();
    }
}
