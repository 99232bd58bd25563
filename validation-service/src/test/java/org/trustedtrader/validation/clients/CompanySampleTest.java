package org.trustedtrader.validation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.validation.StubEnrolment;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.Slot;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Enrolment answers look-ups with what it announces of a company: its sample is understood. */
class CompanySampleTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aCompanyIsReadFromEnrolmentsSample() throws IOException {
        var sample = Files.readString(Path.of("../docs/events/samples/enrolment.company.registered.v1.json"));
        var answer = json.readValue(json.readTree(sample).get("data").toString(), CompanyResponse.class);
        var site = answer.about("123456782").sites().getFirst();
        assertThat(site.zone()).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(site.functions()).contains("CROSS_DOCK");
        assertThat(site.hours().spans().get(DayOfWeek.FRIDAY))
                .isEqualTo(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        assertThat(site.hours().spans()).doesNotContainKey(DayOfWeek.SUNDAY);
    }

    @Test
    void anAnswerAboutAnotherCompanyIsNotTaken() {
        var answer = json.readValue("{\"businessNumber\":\"987654324\",\"sites\":[]}", CompanyResponse.class);
        assertThatThrownBy(() -> answer.about("123456782")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Wednesday 2027-01-06 in Toronto: 03:00, 09:00, 23:00, each for 2 hours; Saturday 03:00
        "18:00, 06:00, true, false, true, true",
        "00:00, 24:00, true, true, true, false",
        "00:00, 00:00, true, true, true, false",
        "06:00, 06:00, true, true, true, true",
        "08:00, 18:00, false, true, false, false"
    })
    void yardsThatAreOpenOvernightOrRoundTheClockAreReadSo(
            String opens, String closes, boolean night, boolean morning, boolean evening, boolean saturday) {
        var hours = siteWith("{\"opens\":\"%s\",\"closes\":\"%s\"}".formatted(opens, closes));
        assertThat(isOpen(hours, "2027-01-06T08:00:00Z")).isEqualTo(night);
        assertThat(isOpen(hours, "2027-01-06T14:00:00Z")).isEqualTo(morning);
        assertThat(isOpen(hours, "2027-01-07T04:00:00Z")).isEqualTo(evening);
        assertThat(isOpen(hours, "2027-01-09T08:00:00Z")).isEqualTo(saturday);
    }

    @Test
    void hoursMayNameTheirDays() {
        var hours = siteWith("{\"opens\":\"08:00\",\"closes\":\"12:00\",\"days\":[\"SATURDAY\"]}");
        assertThat(isOpen(hours, "2027-01-09T14:00:00Z")).isTrue();
        assertThat(isOpen(hours, "2027-01-08T14:00:00Z")).isFalse();
    }

    private OpeningHours siteWith(String hours) {
        var company = json.readTree(StubEnrolment.company("123456782"));
        ((ObjectNode) company.get("sites").get(1)).set("hours", json.readTree(hours));
        var answer = json.readValue(company.toString(), CompanyResponse.class);
        return answer.about("123456782").sites().get(1).hours();
    }

    private static boolean isOpen(OpeningHours hours, String start) {
        return hours.cover(new Slot("user:x", Instant.parse(start), 2), ZoneId.of("America/Toronto"));
    }
}
