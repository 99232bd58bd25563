package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;

class DeadlineTest {

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"RETURNED_INCOMPLETE", "APPROVED_PENDING_TERMS"})
    void lapsesWhenTheCompanyStaysSilentAndNotAMomentEarlier(ApplicationState state) {
        var patient = anApplicationIn(state);
        patient.endUnanswered(WAITING, PLATFORM, patient.snapshot().timeline().replyDueAt());
        assertThat(patient.change()).isEmpty();

        var late = anApplicationIn(state);
        late.endUnanswered(
                WAITING, PLATFORM, late.snapshot().timeline().replyDueAt().plusMillis(1));
        assertThat(late.state()).isEqualTo(LAPSED);
        assertThat(late.snapshot().open()).isFalse();
    }

    @Test
    void lapsesWhenARequestForInformationStaysUnanswered() {
        var asked = anApplicationIn(IN_REVIEW);
        asked.requestInformation("which lanes?", DEADLINES, INTAKE, NOW);
        assertThat(asked.snapshot().endsUnansweredAt()).isEqualTo(Instant.parse("2027-01-23T04:59:59.999Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02T15:00:00Z, ON, 2027-02-02T04:59:59.999Z", // day 60 is a Sunday
        "2026-12-01T15:00:00Z, ON, 2027-02-02T04:59:59.999Z", // a Saturday
        "2026-12-03T04:30:00Z, ON, 2027-02-02T04:59:59.999Z", // late on 2 December in Ottawa
        "2026-12-17T15:00:00Z, ON, 2027-02-17T04:59:59.999Z", // Family Day in Ontario
        "2026-12-17T15:00:00Z, QC, 2027-02-16T04:59:59.999Z", // and an ordinary Monday in Quebec
    })
    void aPeriodEndsWithAWorkingDayOfTheCompanysProvince(Instant asked, String province, Instant due) {
        var application = anApplicationIn(IN_REVIEW);
        application.requestInformation("which lanes?", DEADLINES.in(Jurisdiction.of("CA", province)), INTAKE, asked);
        assertThat(application.snapshot().timeline().replyDueAt()).isEqualTo(due);
    }

    @Test
    void keepsTheDeadlineWhileTheReturnedApplicationIsCorrected() {
        var returned = anApplicationIn(RETURNED_INCOMPLETE);
        var due = returned.snapshot().endsUnansweredAt();
        returned.amend(complete(), OWNER, NOW);
        assertThat(returned.state()).isEqualTo(DRAFT);
        assertThat(returned.snapshot().endsUnansweredAt()).isEqualTo(due);
    }

    @Test
    void deniesAnIntentThatStaysUnansweredAndNeverLapsesIt() {
        var silent = anApplicationIn(INTENT_TO_DENY);
        silent.endUnanswered(WAITING, PLATFORM, NOW.plus(THIRTY_DAYS));
        assertThat(silent.state()).isEqualTo(DENIED);
        var file = silent.snapshot();
        assertThat(file.denials().latest().orElseThrow().outcome()).isEqualTo(Denial.Outcome.DENIED_UNANSWERED);
        assertThat(file.reapplication().possibleOn()).isEqualTo(java.time.LocalDate.of(2027, 12, 23));
        assertThat(silent.change().orElseThrow().reason())
                .startsWith("No reply by")
                .contains(GROUNDS.reason());
    }

    @Test
    void theInformalReviewIsAskedForInTime() {
        var late = anApplicationIn(INTENT_TO_DENY);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Refusal.RuleBroken.class,
                                () -> late.openInformalReview("we object", OWNER, NOW.plus(THIRTY_DAYS)))
                        .rule())
                .isEqualTo("reply-too-late");
    }

    @ParameterizedTest
    @EnumSource
    void nothingEndsWhileItIsTheProgrammesTurn(ApplicationState state) {
        var s = anApplicationIn(state).snapshot();
        var overdue = new MembershipApplication.Snapshot(
                s.company(),
                state,
                s.declarations(),
                s.considerations(),
                s.timeline().awaitingReplyUntil(NOW.minusSeconds(1)),
                s.review(),
                s.terms(),
                false,
                s.denials(),
                null,
                List.of(),
                null,
                Proposals.NONE,
                Set.of());
        var application = MembershipApplication.restore(new Aggregate.Stored(ID, 7, Map.of()), overdue);
        var turn = Turn.of(overdue, ApplicationReports.NOTHING);
        application.endUnanswered(WAITING, PLATFORM, NOW);
        assertThat(application.change().isPresent()).isEqualTo(turn == Turn.APPLICANT);
    }

    @Test
    void stopsTheClockWhileAskingAndStartsItWithTheAnswer() {
        var asked = anApplicationIn(IN_REVIEW);
        asked.requestInformation("which lanes?", DEADLINES, INTAKE, NOW);
        assertThat(asked.snapshot().timeline().pauses()).singleElement().matches(Pause::open);
        assertThat(Turn.of(asked.snapshot(), ApplicationReports.NOTHING)).isEqualTo(Turn.APPLICANT);
    }

    @Test
    void doesNotAskTwiceAtOnce() {
        var asked = with(IN_REVIEW, review(IN_REVIEW).asking("which lanes?"));
        assertThatThrownBy(() -> asked.requestInformation("and why?", DEADLINES, INTAKE, NOW))
                .isInstanceOf(Refusal.RuleBroken.class);
    }
}
