package org.trustedtrader.assessment.review.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service announces is what the samples say that readers rely on. */
class AssessmentPayloadTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"opened, OPEN", "submitted, SUBMITTED", "completed, COMPLETED", "reopened, REOPENED", "closed, CLOSED"})
    void thePayloadIsTheSample(String change, Assessment.State state) {
        JsonNode sample = json.readTree(
                SAMPLES.resolve("assessment.assessment." + change + ".v1.json").toFile());
        Assessment assessment = change.equals("opened")
                ? Fixtures.opened()
                : change.equals("submitted") ? Fixtures.submitted() : Fixtures.in(state);
        String announced = json.writeValueAsString(AssessmentPayload.of(assessment));
        assertThat(json.readTree(announced)).isEqualTo(sample.get("data"));
        assertThat(sample.get("type").asString()).isEqualTo("assessment.assessment." + change + ".v1");
        assertThat(sample.get("subject").asString()).isEqualTo("assessment/" + assessment.id());
        assertThat(sample.get("version").asLong()).isEqualTo(assessment.version());
    }

    @Test
    void theEventOfAWholeAssessmentHasAFewKilobytes() {
        Assessment completed = Fixtures.in(Assessment.State.COMPLETED);
        byte[] announced = json.writeValueAsBytes(AssessmentPayload.of(completed));
        assertThat(announced).hasSizeLessThan(4096);
    }
}
