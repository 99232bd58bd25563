package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.application.VisitReport.Outcome;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

/** What speaks against a company after its approval, or before its decision, is not lost. */
class LaterFactTest {

    private static final ApplicationReports NOW_UNSATISFACTORY =
            reports(assessment(9, true), visit(9, true), ended("v-2", 10, onSite("calgary"), Outcome.UNSATISFACTORY));

    @Test
    void anUnsatisfactoryVisitTakesTheApprovalBack() {
        var approved = approved();
        approved.follow(NOW_UNSATISFACTORY, PLATFORM, NOW.plus(Duration.ofDays(3)));
        var change = approved.change().orElseThrow();
        assertThat(change.name()).isEqualTo("approval-taken-back");
        assertThat(change.reason()).contains("calgary");
        var file = approved.snapshot();
        assertThat(file.state()).isEqualTo(DECISION);
        assertThat(Turn.of(file, NOW_UNSATISFACTORY)).isEqualTo(Turn.PROGRAMME);
        assertThat(file.terms()).isEqualTo(Terms.NONE);
        assertThat(file.endsUnansweredAt()).isNull();
        assertThat(refusal(() -> stored(approved).signTerms("2026-1", NOW_UNSATISFACTORY, OWNER, NOW)))
                .isInstanceOf(Refusal.WrongState.class);
    }

    @Test
    void theDaysInWhichTheTermsWereOnOfferAreAStopOfTheClock() {
        var approved = approved();
        approved.follow(NOW_UNSATISFACTORY, PLATFORM, NOW.plus(Duration.ofDays(3)));
        assertThat(approved.snapshot().timeline().pauses()).singleElement().satisfies(stop -> {
            assertThat(stop.reason()).isEqualTo(Pause.Reason.APPROVED);
            assertThat(stop.until()).isEqualTo(NOW.plus(Duration.ofDays(3)));
            assertThat(stop.stoppedBy()).isEqualTo(new Pause.By("user:paul", Turn.PROGRAMME));
            assertThat(stop.startedBy()).isEqualTo(new Pause.By("service:enrolment", Turn.PROGRAMME));
        });
    }

    @Test
    void aVisitThatIsOrderedAfterTheApprovalTakesItBackToo() {
        var approved = approved();
        approved.follow(
                reports(assessment(9, true), visit(9, true), visit("v-2", 1, false, onSite("calgary"))), PLATFORM, NOW);
        assertThat(approved.state()).isEqualTo(DECISION);
    }

    @Test
    void anApprovalThatNothingContradictsStands() {
        var approved = approved();
        approved.follow(ALL_WELL, PLATFORM, NOW);
        assertThat(approved.change()).isEmpty();
    }

    @Test
    void aConcernTakesTheApprovalBack() {
        var approved = approved();
        approved.vet(Vetting.Outcome.CONCERNS, "a tip", INTAKE, NOW);
        assertThat(approved.state()).isEqualTo(DECISION);
        assertThat(approved.change().orElseThrow().name()).isEqualTo("approval-taken-back");
        assertThat(approved.snapshot().endsUnansweredAt()).isNull();
        assertThat(approved.snapshot().terms()).isEqualTo(Terms.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "IN_REVIEW", "VALIDATION_PENDING", "VALIDATED", "DECISION"})
    void aConcernOfAnyStageStopsTheApproval(ApplicationState state) {
        var file = anApplicationIn(state);
        file.vet(Vetting.Outcome.CONCERNS, "a tip", INTAKE, NOW);
        var decided = with(DECISION, file.snapshot().review());
        assertThat(broken(() -> decided.approve(GROUNDS, ALL_WELL, OFFER, APPROVER, NOW))
                        .violations()
                        .getFirst()
                        .field())
                .isEqualTo("VettingClear");
    }

    @Test
    void aConcernIsClearedBySomebodyElseWhoDoesNotDecide() {
        var file = anApplicationIn(DECISION);
        file.vet(Vetting.Outcome.CONCERNS, "a tip", INTAKE, NOW);
        var raised = stored(file);
        assertThat(broken(() -> raised.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW))
                        .rule())
                .isEqualTo("cleared-by-someone-else");
        assertThat(broken(() -> raised.vet(Vetting.Outcome.CLEAR, "", APPROVER, NOW))
                        .rule())
                .isEqualTo("cleared-by-someone-else");
        raised.vet(Vetting.Outcome.CLEAR, "looked into", officer("ida", "intelligence-officer"), NOW);
        assertThat(raised.snapshot().review().hasConcerns()).isFalse();
    }

    @Test
    void aConcernSurvivesThatTheFileIsSentBack() {
        var file = anApplicationIn(DECISION);
        file.vet(Vetting.Outcome.CONCERNS, "a tip", INTAKE, NOW);
        var raised = stored(file);
        raised.sendBack("one more look", ALL_WELL, APPROVER, NOW);
        var back = stored(raised);
        assertThat(broken(() -> back.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW))
                        .rule())
                .isEqualTo("cleared-by-someone-else");
    }

    @Test
    void whoeverSecondsAConcernDoesNotClearItEither() {
        var ida = officer("ida", "intelligence-officer");
        var file = anApplicationIn(DECISION);
        file.vet(Vetting.Outcome.CONCERNS, "a tip", INTAKE, NOW);
        var raised = stored(file);
        raised.vet(Vetting.Outcome.CONCERNS, "another tip", ida, NOW);
        var seconded = stored(raised);
        for (var officer : new org.trustedtrader.platform.aggregate.Actor[] {INTAKE, ida}) {
            assertThat(broken(() -> seconded.vet(Vetting.Outcome.CLEAR, "", officer, NOW))
                            .rule())
                    .isEqualTo("cleared-by-someone-else");
        }
    }

    private static MembershipApplication approved() {
        var file = with(DECISION, reviewed(GOOD));
        file.approve(GROUNDS, ALL_WELL, OFFER, APPROVER, NOW);
        return stored(file);
    }

    private static MembershipApplication stored(MembershipApplication file) {
        return MembershipApplication.restore(new Aggregate.Stored(ID, 8, Map.of()), file.snapshot());
    }

    private static Throwable refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        return org.assertj.core.api.Assertions.catchThrowable(command);
    }

    private static Refusal.RuleBroken broken(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        return catchThrowableOfType(Refusal.RuleBroken.class, command);
    }
}
