package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.aggregate.Aggregate;

/** Whose turn it is in every stage, and when the clock stands still for it. */
class TurnTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, APPLICANT",
        "SUBMITTED, PROGRAMME",
        "COMPLETENESS_CHECK, PROGRAMME",
        "RETURNED_INCOMPLETE, APPLICANT",
        "ACCEPTED, PROGRAMME",
        "IN_REVIEW, PROGRAMME",
        "VALIDATION_PENDING, PROGRAMME",
        "VALIDATED, PROGRAMME",
        "DECISION, PROGRAMME",
        "APPROVED_PENDING_TERMS, APPLICANT",
        "APPROVED, NOBODY",
        "INTENT_TO_DENY, APPLICANT",
        "INFORMAL_REVIEW, PROGRAMME",
        "DENIED, NOBODY",
        "WITHDRAWN, NOBODY",
        "LAPSED, NOBODY",
    })
    void isThatOfTheStage(ApplicationState state, Turn expected) {
        assertThat(Turn.of(anApplicationIn(state).snapshot(), ApplicationReports.NOTHING))
                .isEqualTo(expected);
    }

    @Test
    void isTheApplicantsWhileTheProfileLiesWithIt() {
        var file = anApplicationIn(IN_REVIEW).snapshot();
        assertThat(Turn.of(file, profile(Turn.APPLICANT))).isEqualTo(Turn.APPLICANT);
        assertThat(Turn.of(file, profile(Turn.PROGRAMME))).isEqualTo(Turn.PROGRAMME);
    }

    @Test
    void isTheApplicantsWhileAVisitWaitsForIt() {
        var file = anApplicationIn(VALIDATION_PENDING).snapshot();
        assertThat(Turn.of(file, visits(Turn.APPLICANT))).isEqualTo(Turn.APPLICANT);
        assertThat(Turn.of(file, visits(Turn.PROGRAMME))).isEqualTo(Turn.PROGRAMME);
        assertThat(Turn.of(file, visits(Turn.NOBODY))).isEqualTo(Turn.PROGRAMME);
    }

    @Test
    void theClockStandsStillWhileOnlyTheProfileIsMissing() {
        var file = anApplicationIn(IN_REVIEW);
        file.follow(profile(Turn.APPLICANT), PLATFORM, NOW);
        assertThat(file.change().orElseThrow().name()).isEqualTo("clock-stopped");
        var stopped = stored(file);
        stopped.follow(profile(Turn.APPLICANT), PLATFORM, NOW.plusSeconds(1));
        assertThat(stopped.change()).isEmpty();
        stopped.follow(profile(Turn.PROGRAMME), PLATFORM, NOW.plusSeconds(60));
        assertThat(stopped.change().orElseThrow().name()).isEqualTo("clock-started");
        assertThat(stopped.snapshot().timeline().pauses()).singleElement().satisfies(stop -> {
            assertThat(stop.reason()).isEqualTo(Pause.Reason.SECURITY_PROFILE);
            assertThat(stop.from()).isEqualTo(NOW);
            assertThat(stop.until()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void theClockRunsWhileTheProgrammeStillVets() {
        var unvetted = with(IN_REVIEW, reviewed(GOOD).startedAgain());
        unvetted.follow(profile(Turn.APPLICANT), PLATFORM, NOW);
        assertThat(unvetted.change()).isEmpty();
    }

    @Test
    void theClockRunsWhileAnotherVisitWaitsForAnOfficer() {
        var file = with(
                VALIDATION_PENDING,
                reviewed(visits(Turn.APPLICANT, Turn.PROGRAMME).findings()));
        file.follow(visits(Turn.APPLICANT, Turn.PROGRAMME), PLATFORM, NOW);
        assertThat(file.change()).isEmpty();
        var waiting = with(VALIDATION_PENDING, reviewed(visits(Turn.APPLICANT).findings()));
        waiting.follow(visits(Turn.APPLICANT), PLATFORM, NOW);
        assertThat(waiting.snapshot().timeline().standsStillFor()).contains(Pause.Reason.VISIT);
    }

    @Test
    void aQuestionTakesTheStopOver() {
        var file = anApplicationIn(IN_REVIEW);
        file.follow(profile(Turn.APPLICANT), PLATFORM, NOW);
        var stopped = stored(file);
        stopped.requestInformation("which lanes?", DEADLINES, INTAKE, NOW.plusSeconds(9));
        assertThat(stopped.snapshot().timeline().standsStillFor()).contains(Pause.Reason.INFORMATION_REQUESTED);
        assertThat(stopped.snapshot().timeline().pauses().stream().filter(Pause::open))
                .hasSize(1);
    }

    private static MembershipApplication stored(MembershipApplication file) {
        return MembershipApplication.restore(new Aggregate.Stored(ID, 8, Map.of()), file.snapshot());
    }

    private static ApplicationReports profile(Turn turn) {
        var open = assessment(3, false);
        return reports(new AssessmentReport(
                3, true, false, null, 0, open.assessors(), open.answered(), open.total(), turn, false));
    }

    private static ApplicationReports visits(@Nullable Turn... turns) {
        var visits = new VisitReport[turns.length];
        for (int i = 0; i < turns.length; i++) {
            var v = visit("v-" + i, 1, false, onSite("site-" + i));
            visits[i] = new VisitReport(
                    v.visitId(), 1, v.at(), v.subject(), false, null, Set.of(), true, turns[i], Set.of(), false);
        }
        return new ApplicationReports(Optional.of(assessment(9, true)), java.util.List.of(visits));
    }
}
