package org.trustedtrader.validation.visit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFixtures;
import org.trustedtrader.validation.visit.VisitState;
import tools.jackson.databind.json.JsonMapper;

/** What this service publishes is what the samples say that readers rely on. */
class VisitPayloadTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "due, DUE",
        "confirmed, CONFIRMED",
        "report-issued, REPORT_ISSUED",
        "closed, CLOSED",
        "cancelled, CANCELLED",
        "no-show, NO_SHOW"
    })
    void thePayloadIsTheSample(String change, VisitState state) {
        assertIsTheSample(change, VisitFixtures.required(state));
    }

    @Test
    void aVisitOfARevalidationIsTheSample() {
        assertIsTheSample("due-date-moved", VisitFixtures.ofRevalidation(VisitState.DUE));
    }

    private void assertIsTheSample(String change, Visit visit) {
        var sample = json.readTree(
                SAMPLES.resolve("validation.visit." + change + ".v1.json").toFile());
        var payload = json.writeValueAsString(VisitPayload.of(visit));
        assertThat(json.readTree(payload)).isEqualTo(sample.get("data"));
        assertThat(sample.get("type").asString()).isEqualTo("validation.visit." + change + ".v1");
        assertThat(sample.get("subject").asString()).isEqualTo("visit/" + visit.id());
        assertThat(sample.get("version").asLong()).isEqualTo(visit.version());
    }

    @Test
    void payloadsHoldNoNamesAndNoTexts() {
        var payload = json.writeValueAsString(VisitPayload.of(VisitFixtures.in(VisitState.CLOSED)));
        assertThat(payload).doesNotContain("Jo Doe", "Vera V.", "No log", "New seal log", "Dock Road");
        assertThat(payload.length()).isLessThan(4096);
    }
}
