package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.refusal.Refusal;

class DeadlineTest {

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"RETURNED_INCOMPLETE", "APPROVED_PENDING_TERMS"})
    void lapsesWhenTheCompanyStaysSilentAndNotAMomentEarlier(ApplicationState state) {
        var patient = anApplicationIn(state);
        patient.lapse(PLATFORM, patient.snapshot().timeline().replyDueAt());
        assertThat(patient.change()).isEmpty();

        var late = anApplicationIn(state);
        late.lapse(PLATFORM, late.snapshot().timeline().replyDueAt().plusMillis(1));
        assertThat(late.state()).isEqualTo(LAPSED);
        assertThat(late.snapshot().open()).isFalse();
    }

    @Test
    void lapsesWhenARequestForInformationStaysUnanswered() {
        var asked = anApplicationIn(IN_REVIEW);
        asked.requestInformation("which lanes?", DEADLINES, INTAKE, NOW);
        assertThat(asked.snapshot().lapsesAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void keepsTheDeadlineWhileTheReturnedApplicationIsCorrected() {
        var returned = anApplicationIn(RETURNED_INCOMPLETE);
        var due = returned.snapshot().lapsesAt();
        returned.amend(complete(), OWNER, NOW);
        assertThat(returned.state()).isEqualTo(DRAFT);
        assertThat(returned.snapshot().lapsesAt()).isEqualTo(due);
    }

    @Test
    void doesNotLapseAnIntendedDenial() {
        var denial = anApplicationIn(INTENT_TO_DENY);
        denial.lapse(PLATFORM, NOW.plus(Duration.ofDays(365)));
        assertThat(denial.change()).isEmpty();
    }

    @Test
    void letsOfficersOpenTheInformalReviewOnlyWhenTheCompanysTimeIsOver() {
        assertThatThrownBy(() -> anApplicationIn(INTENT_TO_DENY).openInformalReview("", APPROVER, NOW))
                .isInstanceOf(Refusal.RuleBroken.class);
        var silent = anApplicationIn(INTENT_TO_DENY);
        silent.openInformalReview("", APPROVER, NOW.plus(THIRTY_DAYS));
        assertThat(silent.state()).isEqualTo(INFORMAL_REVIEW);
    }

    @Test
    void stopsTheClockWhileAskingAndStartsItWithTheAnswer() {
        var asked = anApplicationIn(IN_REVIEW);
        asked.requestInformation("which lanes?", DEADLINES, INTAKE, NOW);
        assertThat(asked.snapshot().timeline().pauses()).singleElement().matches(Pause::open);
        assertThat(Ball.in(asked.snapshot())).isEqualTo(Ball.APPLICANT);
    }

    @Test
    void doesNotAskTwiceAtOnce() {
        var asked = with(IN_REVIEW, review(IN_REVIEW).asking("which lanes?"));
        assertThatThrownBy(() -> asked.requestInformation("and why?", DEADLINES, INTAKE, NOW))
                .isInstanceOf(Refusal.RuleBroken.class);
    }
}
