package org.trustedtrader.assessment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.assessment.review.InMemory;
import org.trustedtrader.assessment.review.ReassessForChange;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;

/** A change report that is decided with REASSESS opens the member's assessment again. */
class ChangeReportEventsTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();
    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final ChangeReportEvents events =
            new ChangeReportEvents(json, new ReassessForChange(assessments, Fixtures.clock()));

    @ParameterizedTest
    @EnumSource
    void opensACompletedAssessmentAgainOnceAndLeavesOthersWhereTheyAre(Assessment.State state) {
        var kept = Fixtures.in(state);
        assessments.keep(kept);
        events.consume(decided(kept.id(), "REASSESS"));
        events.consume(decided(kept.id(), "REASSESS"));
        var now = assessments.find(kept.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(state == Assessment.State.COMPLETED ? Assessment.State.REOPENED : state);
        assertThat(now.version()).isEqualTo(kept.version() + (state == Assessment.State.CLOSED ? 0 : 1));
    }

    @Test
    void anotherDecisionLeavesTheAssessmentAlone() {
        var kept = Fixtures.in(Assessment.State.COMPLETED);
        assessments.keep(kept);
        for (var state : new String[] {"REPORTED", "TRIAGED", "NO_EFFECT", "VISIT", "A_STATE_OF_THE_FUTURE"}) {
            events.consume(decided(kept.id(), state));
        }
        assertThat(assessments.find(kept.id()).orElseThrow().state()).isEqualTo(Assessment.State.COMPLETED);
    }

    @Test
    void understandsTheSamples() {
        for (var change : new String[] {"reported", "decided"}) {
            var sample = json.readTree(SAMPLES.resolve("enrolment.change-report." + change + ".v1.json")
                    .toFile());
            events.consume(event(sample.get("data").toString()));
        }
        assertThatExceptionOfType(UnprocessableEventException.class).isThrownBy(() -> events.consume(event("{}")));
    }

    private static Event decided(String membership, String state) {
        return event("{\"membershipId\":\"%s\",\"state\":\"%s\",\"aNewField\":1}".formatted(membership, state));
    }

    private static Event event(String data) {
        return new Event(
                "enrolment/change-report/r1/3",
                "enrolment.change-report.decided.v1",
                "enrolment",
                "change-report/r1",
                Instant.parse("2026-11-23T12:00:00Z"),
                3,
                "user:paul",
                "",
                data);
    }
}
