package org.trustedtrader.validation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.trustedtrader.validation.visit.OpeningHours;
import tools.jackson.databind.json.JsonMapper;

/** Enrolment answers look-ups with what it announces of a company: its sample is understood. */
class CompanySampleTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aCompanyIsReadFromEnrolmentsSample() throws IOException {
        var sample = Files.readString(Path.of("../docs/events/samples/enrolment.company.registered.v1.json"));
        var answer = json.readValue(json.readTree(sample).get("data").toString(), CompanyAnswer.class);
        var site = answer.about("123456782").sites().getFirst();
        assertThat(site.zone()).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(site.functions()).contains("CROSS_DOCK");
        assertThat(site.hours().on(DayOfWeek.FRIDAY))
                .contains(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        assertThat(site.hours().on(DayOfWeek.SUNDAY)).isEmpty();
    }

    @Test
    void anAnswerAboutAnotherCompanyIsNotTaken() {
        var answer = json.readValue("{\"businessNumber\":\"987654324\",\"sites\":[]}", CompanyAnswer.class);
        assertThatThrownBy(() -> answer.about("123456782")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSiteThatClosesPastMidnightIsOpenUntilTheEndOfTheDay() {
        var hours = json.readValue("{\"opens\":\"18:00\",\"closes\":\"06:00\"}", CompanyAnswer.HoursAnswer.class);
        assertThat(hours.onWorkingDays().on(DayOfWeek.MONDAY))
                .contains(new OpeningHours.Span(LocalTime.of(18, 0), LocalTime.of(23, 59)));
    }
}
