package org.trustedtrader.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.json.JsonMapper;

/** The samples that enrolment promises to write are understood here. */
class RegionEventsTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");
    private static final Instant EVENING = Instant.parse("2026-11-23T20:00:00Z");

    @Test
    void aCompanySaysToWhichRegionItBelongs() throws IOException {
        var company = RegionRecordsConfiguration.read(
                sample("enrolment.company.registered.v1"), RegionRecordsConfiguration.CompanyPayload.class);
        assertThat(company.region()).isEqualTo("CA-ON");
    }

    @Test
    void anAccessOpensTheFileUntilItEnds() throws IOException {
        var opened = view("enrolment.region-access.opened.v1");
        assertThat(opened.officer()).isEqualTo("user:adam");
        assertThat(opened.company()).isEqualTo("123456782");
        assertThat(opened.isOpen(EVENING)).isTrue();
        assertThat(opened.isOpen(opened.until())).isFalse();
        assertThat(view("enrolment.region-access.ended.v1").isOpen(EVENING)).isFalse();
    }

    private static RegionRecords.AccessView view(String type) throws IOException {
        return RegionRecords.view(RegionRecordsConfiguration.read(sample(type), RegionClient.Access.class));
    }

    private static Event sample(String type) throws IOException {
        var sample = JsonMapper.shared().readTree(Files.readString(SAMPLES.resolve(type + ".json")));
        return new Event(
                sample.path("id").asString(),
                type,
                "enrolment",
                sample.path("subject").asString(),
                Instant.parse(sample.path("time").asString()),
                sample.path("version").asLong(),
                sample.path("actor").asString(),
                "",
                sample.path("data").toString());
    }
}
