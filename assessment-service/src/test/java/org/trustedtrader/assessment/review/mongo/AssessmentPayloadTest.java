package org.trustedtrader.assessment.review.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.platform.aggregate.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service announces is what the samples say that readers rely on. */
class AssessmentPayloadTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "opened, OPEN",
        "submitted, SUBMITTED",
        "completed, COMPLETED",
        "reopened, REOPENED",
        "closed, CLOSED",
        "revalidation-opened, REOPENED",
        "changes-stated, REOPENED"
    })
    void thePayloadIsTheSample(String change, Assessment.State state) {
        JsonNode sample = json.readTree(
                SAMPLES.resolve("assessment.assessment." + change + ".v1.json").toFile());
        Assessment assessment = switch (change) {
            case "opened" -> Fixtures.opened();
            case "submitted" -> Fixtures.submitted();
            case "revalidation-opened" -> Fixtures.inRevalidation("A3CHY");
            case "changes-stated" -> Fixtures.withStatedChanges();
            default -> Fixtures.in(state);
        };
        String announced = json.writeValueAsString(AssessmentPayload.of(assessment));
        assertThat(json.readTree(announced)).isEqualTo(sample.get("data"));
        assertThat(sample.get("type").asString()).isEqualTo("assessment.assessment." + change + ".v1");
        assertThat(sample.get("subject").asString()).isEqualTo("assessment/" + assessment.id());
        assertThat(sample.get("version").asLong()).isEqualTo(assessment.version());
    }

    @Test
    void everyActionForAMustIsAnnouncedWhateverBecameOfIt() {
        Assessment completed = Fixtures.completedRejecting("A3CHY", "TC6R8");
        for (ActionStep step : List.of(
                ActionStep.agree("Security manager", "We write it."),
                ActionStep.start(),
                ActionStep.submit("Written."),
                ActionStep.verify("Seen."))) {
            Actor actor = step.byCompany() ? Fixtures.OWNER : Fixtures.ASSESSOR;
            completed = Fixtures.stored(Fixtures.run(completed, a -> a.act("A3CHY-1", step, actor, Fixtures.NOW)));
        }
        var should = completed.profile().applicable().stream()
                .map(answer -> Fixtures.CATALOGUE.find(answer.criterion()).orElseThrow())
                .filter(criterion -> !criterion.isMust())
                .findFirst()
                .orElseThrow();
        completed.proposeAction(
                ScopedCriterion.of(should.id()), "Better so.", Fixtures.RULES, Fixtures.ASSESSOR, Fixtures.NOW);
        assertThat(AssessmentPayload.of(completed).mustActions())
                .extracting(action -> action.actionId() + " " + action.state())
                .containsExactlyInAnyOrder("A3CHY-1 VERIFIED", "TC6R8-1 PROPOSED");
    }

    @Test
    void theEventOfAWholeAssessmentHasAFewKilobytes() {
        Assessment completed = Fixtures.in(Assessment.State.COMPLETED);
        byte[] announced = json.writeValueAsBytes(AssessmentPayload.of(completed));
        assertThat(announced).hasSizeLessThan(4096);
    }
}
