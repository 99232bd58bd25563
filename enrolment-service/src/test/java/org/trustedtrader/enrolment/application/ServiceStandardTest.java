package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.application.ServiceStandard.Running;

class ServiceStandardTest {

    private static final Instant START = Instant.parse("2026-01-01T09:30:00Z");
    private static final ServiceStandard STANDARD = new ServiceStandard(365, "a test");

    @Test
    void doesNotRunBeforeAcceptance() {
        var reading = STANDARD.read(Timeline.NOT_STARTED.submitted(START), START.plus(days(50)));
        assertThat(reading.running()).isEqualTo(Running.NOT_STARTED);
        assertThat(reading.daysUsed()).isZero();
        assertThat(reading.daysLeft()).isEqualTo(365);
        assertThat(reading.dueOn()).isNull();
    }

    @Test
    void countsADayOnlyWhenItIsOver() {
        var accepted = Timeline.NOT_STARTED.accepted(START);
        assertThat(STANDARD.read(accepted, START.plus(days(1)).minusMillis(1)).daysUsed())
                .isZero();
        assertThat(STANDARD.read(accepted, START.plus(days(1))).daysUsed()).isEqualTo(1);
        assertThat(STANDARD.read(accepted, START.plus(days(1))).daysLeft()).isEqualTo(364);
        assertThat(STANDARD.read(accepted, START.plus(days(1))).dueOn()).isEqualTo(START.plus(days(365)));
    }

    @Test
    void standsStillWhileItIsTheApplicantsTurn() {
        var asked = Timeline.NOT_STARTED
                .accepted(START)
                .paused(Pause.Reason.INFORMATION_REQUESTED, INTAKE, START.plus(days(10)));
        var during = STANDARD.read(asked, START.plus(days(25)));
        assertThat(during.running()).isEqualTo(Running.PAUSED);
        assertThat(during.daysUsed()).isEqualTo(10);
        assertThat(during.dueOn()).isEqualTo(START.plus(days(365 + 15)));

        var answered = asked.resumed(OWNER, START.plus(days(30)));
        var after = STANDARD.read(answered, START.plus(days(33)));
        assertThat(after.running()).isEqualTo(Running.RUNNING);
        assertThat(after.daysUsed()).isEqualTo(13);
        assertThat(after.dueOn()).isEqualTo(START.plus(days(365 + 20)));
    }

    @Test
    void addsUpSeveralPausesToTheHour() {
        var timeline = new Timeline(
                START,
                START,
                List.of(
                        pause(START.plus(hours(12)), START.plus(hours(36))),
                        pause(START.plus(hours(50)), START.plus(hours(51)))),
                null,
                null);
        assertThat(STANDARD.read(timeline, START.plus(hours(48))).daysUsed()).isEqualTo(1);
        assertThat(STANDARD.read(timeline, START.plus(hours(72))).daysUsed()).isEqualTo(1);
        assertThat(STANDARD.read(timeline, START.plus(hours(73))).daysUsed()).isEqualTo(2);
    }

    @Test
    void stopsForGoodWithTheDecisionAndClosesAnOpenPause() {
        var stopped = Timeline.NOT_STARTED
                .accepted(START)
                .paused(Pause.Reason.INFORMATION_REQUESTED, INTAKE, START.plus(days(5)))
                .stopped(Pause.Reason.ENDED, PLATFORM, START.plus(days(66)));
        var reading = STANDARD.read(stopped, START.plus(days(400)));
        assertThat(reading.running()).isEqualTo(Running.STOPPED);
        assertThat(reading.daysUsed()).isEqualTo(5);
        assertThat(stopped.replyDueAt()).isNull();
    }

    @Test
    void goesBelowZeroWhenTheStandardIsMissed() {
        assertThat(STANDARD.read(Timeline.NOT_STARTED.accepted(START), START.plus(days(370)))
                        .daysLeft())
                .isEqualTo(-5);
    }

    @Test
    void refusesAStandardThatIsNone() {
        assertThatThrownBy(() -> new ServiceStandard(0, "a test")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServiceStandard(365, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pause pause(Instant from, Instant until) {
        return new Pause(Pause.Reason.INFORMATION_REQUESTED, from, until, null, null);
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
