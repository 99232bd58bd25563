package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.compliance.ComplianceCase.State.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Decision;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.enrolment.compliance.ComplianceCase.State;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Subject;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Trigger;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;

public class ComplianceCaseTest {

    static final ComplianceRules RULES = new ComplianceRules(10, 30, 5, 30);
    static final Instant OPENED_AT = Instant.parse("2027-09-02T16:00:00Z");
    static final Actor PLATFORM = Actor.service("enrolment");
    static final Actor OPENER = new Actor("user:vera", Set.of("validator"), Optional.empty());
    static final Actor APPROVER = new Actor("user:paul", Set.of("approver"), Optional.empty());
    static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of("123456782"));

    public static ComplianceCase aCaseIn(State state) {
        return restore(state, true, null, OPENED_AT);
    }

    /** Where the company's silence costs nothing. */
    static ComplianceCase aCaseWithoutDefaultIn(State state) {
        return restore(state, false, null, OPENED_AT);
    }

    static ComplianceCase aCaseOf(String opener, State state) {
        var s = aCaseIn(state).snapshot();
        return ComplianceCase.restore(
                new Aggregate.Stored("c1", 3, Map.of()),
                new ComplianceCase.Snapshot(
                        s.subject(),
                        s.state(),
                        opener,
                        s.openedAt(),
                        s.servedAt(),
                        s.answerDueAt(),
                        s.answer(),
                        s.decideBy(),
                        s.outcome(),
                        s.extendedUntil(),
                        s.curedAt(),
                        s.pausedAt(),
                        s.work()));
    }

    @Test
    void suspendsByDefaultWhenTheCompanyIsSilentAndNobodyDecides() {
        var end = afterDays(aCaseIn(OPENED), 120, false);
        assertThat(end.state()).isEqualTo(LAPSED_TO_DEFAULT);
        assertThat(end.snapshot().outcome()).isEqualTo(Outcome.SUSPENSION);
    }

    @Test
    void pausesBenefitsAfterAnotherPeriodWithoutADecision() {
        var escalated = afterDays(aCaseIn(ANSWERED), 12, false);
        assertThat(escalated.state()).isEqualTo(ESCALATED);
        assertThat(afterDays(escalated, 30, false).pausesNow()).isFalse();
        var paused = afterDays(escalated, 45, false);
        assertThat(paused.pausesNow()).isTrue();
        assertThat(paused.state()).isEqualTo(ESCALATED);
        paused.decide(decision(Outcome.NO_ACTION, null), List.of(), APPROVER, days(46));
        assertThat(paused.pausesNow()).isFalse();
    }

    @Test
    void pausesNothingForWhatWasDoneOrWaitsForTheProgrammeOrIsNotAboutSecurity() {
        assertThat(afterDays(aCaseIn(ESCALATED), 200, true).pausesNow()).isFalse();
        assertThat(afterDays(restore(ESCALATED, false, null, OPENED_AT), 200, false)
                        .pausesNow())
                .isFalse();
        var cured = aCaseIn(ESCALATED);
        cured.noteCured(RULES, PLATFORM, days(5));
        assertThat(afterDays(cured, 200, false).pausesNow()).isFalse();
    }

    @Test
    void aCureEndsThePause() {
        var paused = afterDays(aCaseIn(ESCALATED), 60, false);
        assertThat(paused.pausesNow()).isTrue();
        paused.noteCured(RULES, PLATFORM, days(61));
        assertThat(paused.pausesNow()).isFalse();
        assertThat(paused.state()).isEqualTo(ESCALATED);
    }

    @Test
    void takesEachPeriodInTurn() {
        var unread = step(aCaseIn(OPENED), days(9));
        assertThat(unread.state()).isEqualTo(OPENED);
        var served = step(aCaseIn(OPENED), days(12));
        assertThat(served.state()).isEqualTo(NOTICE_SERVED);
        assertThat(step(served, days(12 + 29)).state()).isEqualTo(NOTICE_SERVED);
        var over = step(served, days(12 + 34));
        assertThat(over.state()).isEqualTo(ANSWER_PERIOD_OVER);
        assertThat(step(over, days(12 + 34)).state()).isEqualTo(ANSWER_PERIOD_OVER);
        assertThat(step(over, days(12 + 46)).state()).isEqualTo(LAPSED_TO_DEFAULT);
    }

    @Test
    void takesNothingAwayWhenTheCompanyAnsweredAndTheProgrammeIsSilent() {
        var answered = aCaseIn(NOTICE_SERVED);
        answered.answer("we have mended it", RULES, OWNER, OPENED_AT);
        assertThat(afterDays(stored(answered), 400, false).state()).isEqualTo(ESCALATED);
    }

    @Test
    void takesNothingAwayWhenTheProgrammeHoldsUpWhatItIsAbout() {
        assertThat(afterDays(aCaseIn(OPENED), 400, true).state()).isEqualTo(ESCALATED);
    }

    @Test
    void takesNothingAwayWhenWhatWasMissingWasDone() {
        var cured = aCaseIn(ANSWER_PERIOD_OVER);
        cured.noteCured(RULES, PLATFORM, days(50));
        assertThat(afterDays(stored(cured), 400, false).state()).isEqualTo(ESCALATED);
    }

    @Test
    void waitsForTheGraceOfItsDefault() {
        var grace = LocalDate.of(2027, 12, 1);
        var waiting = restore(ANSWER_PERIOD_OVER, true, grace, OPENED_AT);
        assertThat(step(waiting, Instant.parse("2027-12-01T04:59:59Z")).state()).isEqualTo(ANSWER_PERIOD_OVER);
        assertThat(step(waiting, Instant.parse("2027-12-01T05:00:00Z")).state()).isEqualTo(LAPSED_TO_DEFAULT);
    }

    @Test
    void isEscalatedWhereTheDefaultTakesNothing() {
        assertThat(afterDays(restore(OPENED, false, null, OPENED_AT), 400, false)
                        .state())
                .isEqualTo(ESCALATED);
    }

    @Test
    void hasItsNoticeServedByTheFirstReading() {
        var read = aCaseIn(OPENED);
        read.serveNotice(RULES, Jurisdiction.CANADA, OWNER, OPENED_AT);
        assertThat(read.state()).isEqualTo(NOTICE_SERVED);
        var again = stored(read);
        again.serveNotice(RULES, Jurisdiction.CANADA, OWNER, days(3));
        assertThat(again.change()).isEmpty();
    }

    @Test
    void takesNothingBeforeTheNoticeHasRun() {
        for (var outcome : new Outcome[] {Outcome.SUSPENSION, Outcome.CANCELLATION}) {
            for (var state : new State[] {OPENED, NOTICE_SERVED}) {
                var refused = catchThrowableOfType(
                        Refusal.RuleBroken.class,
                        () -> aCaseIn(state).decide(decision(outcome, null), List.of(), APPROVER, OPENED_AT));
                assertThat(refused.rule()).isEqualTo("notice-running");
            }
            for (var state : new State[] {ANSWERED, ANSWER_PERIOD_OVER, ESCALATED}) {
                var decided = aCaseIn(state);
                decided.decide(decision(outcome, null), List.of(), APPROVER, OPENED_AT);
                assertThat(decided.snapshot().outcome()).isEqualTo(outcome);
            }
        }
        aCaseIn(OPENED).decide(decision(Outcome.NO_ACTION, null), List.of(), APPROVER, OPENED_AT);
    }

    @Test
    void isDecidedBySomebodyElseThanWhoOpenedIt() {
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> aCaseIn(ANSWERED).decide(decision(Outcome.NO_ACTION, null), List.of(), OPENER, OPENED_AT));
        assertThat(refused.rule()).isEqualTo("decided-by-someone-else");
    }

    @Test
    void isExtendedToADayAndOnlyThen() {
        for (var wrong : new Decision[] {
            decision(Outcome.EXTENSION, null),
            decision(Outcome.NO_ACTION, LocalDate.of(2028, 1, 1)),
            decision(Outcome.EXTENSION, LocalDate.of(2027, 9, 2))
        }) {
            assertThatThrownBy(() -> aCaseIn(ANSWERED).decide(wrong, List.of(), APPROVER, OPENED_AT))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
        var extended = aCaseIn(ANSWERED);
        extended.decide(decision(Outcome.EXTENSION, LocalDate.of(2028, 1, 1)), List.of(), APPROVER, OPENED_AT);
        assertThat(extended.snapshot().extendedUntil()).isEqualTo(LocalDate.of(2028, 1, 1));
    }

    private static ComplianceCase afterDays(ComplianceCase of, int number, boolean turnIsWithProgramme) {
        var now = of;
        for (int day = 1; day <= number; day++) {
            now.letPeriodEnd(RULES, Jurisdiction.CANADA, turnIsWithProgramme, PLATFORM, days(day));
            now = stored(now);
        }
        return now;
    }

    private static ComplianceCase step(ComplianceCase of, Instant at) {
        var copy = stored(of);
        copy.letPeriodEnd(RULES, Jurisdiction.CANADA, false, PLATFORM, at);
        return stored(copy);
    }

    static Instant days(int number) {
        return OPENED_AT.plus(Duration.ofDays(number));
    }

    static Decision decision(Outcome outcome, @Nullable LocalDate until) {
        return new Decision(outcome, until, "", "Customs Act, s. 11.1");
    }

    private static ComplianceCase stored(ComplianceCase of) {
        return ComplianceCase.restore(new Aggregate.Stored(of.id(), of.version(), Map.of()), of.snapshot());
    }

    private static ComplianceCase restore(
            State state, boolean suspendsByDefault, @Nullable LocalDate notBefore, Instant openedAt) {
        var subject = new Subject(
                "m1",
                "123456782",
                Trigger.OBLIGATION_OVERDUE,
                "obligation/m1-must-action-4711",
                ReasonCode.OBLIGATION_OVERDUE,
                "An action was due.",
                suspendsByDefault,
                notBefore,
                suspendsByDefault);
        var served = state == OPENED ? null : openedAt;
        var answerDue = served == null ? null : RULES.answerDueAt(served, Jurisdiction.CANADA);
        return ComplianceCase.restore(
                new Aggregate.Stored("c1", 3, Map.of()),
                new ComplianceCase.Snapshot(
                        subject,
                        state,
                        OPENER.id(),
                        openedAt,
                        served,
                        answerDue,
                        state == ANSWERED ? "we have mended it" : null,
                        state == ANSWERED || state == ANSWER_PERIOD_OVER || state == ESCALATED
                                ? RULES.decideBy(openedAt)
                                : null,
                        null,
                        null,
                        null,
                        null,
                        CaseWork.NONE));
    }
}
