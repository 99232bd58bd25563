package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** A denial with its safeguards, and the time that a company waits after it. */
class DenialTest {

    private static final Denial.Proposal WITHOUT_FACT = new Denial.Proposal(GROUNDS, null, Set.of());

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "IN_REVIEW", "VALIDATION_PENDING", "VALIDATED", "APPROVED_PENDING_TERMS"})
    void needsADisqualifyingFactBeforeTheDecisionIsOpen(ApplicationState state) {
        var file = anApplicationIn(state);
        var refused = broken(() -> file.intendToDeny(WITHOUT_FACT, ALL_WELL, DEADLINES, APPROVER, NOW));
        assertThat(refused.rule()).isEqualTo("disqualifying-fact-missing");
        assertThat(refused).hasMessageContaining("CONVICTION");
        file.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, APPROVER, NOW);
        var denial = file.snapshot().denials().latest().orElseThrow();
        assertThat(denial.fact()).isEqualTo(DisqualifyingFact.CONVICTION);
        assertThat(file.snapshot().endsUnansweredAt()).isAfter(NOW);
        assertThat(file.snapshot().timeline().stoppedAt()).isNull();
    }

    @Test
    void needsNoneWhenTheDecisionIsOpen() {
        var file = anApplicationIn(DECISION);
        file.intendToDeny(WITHOUT_FACT, ALL_WELL, DEADLINES, APPROVER, NOW);
        assertThat(file.state()).isEqualTo(INTENT_TO_DENY);
    }

    @Test
    void whoeverTheNewestReportsNameDoesNotIntendIt() {
        var file = with(ACCEPTED, reviewed(ReviewOutcome.NONE));
        var adam = officer("adam", "approver");
        assertThat(broken(() -> file.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, adam, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void endsAnOpenQuestionInsteadOfLettingTwoStopsRun() {
        var file = anApplicationIn(DECISION);
        file.requestInformation("which lanes?", DEADLINES, INTAKE, NOW.minusSeconds(60));
        var asked = stored(file);
        asked.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, APPROVER, NOW);
        assertThat(asked.snapshot().review().openQuestion()).isEmpty();
        assertThat(asked.snapshot().timeline().pauses().stream()
                        .filter(Pause::open)
                        .map(Pause::reason))
                .containsExactly(Pause.Reason.INTENT_TO_DENY);
    }

    @Test
    void isDecidedBySomebodyElseThanWhoProposedIt() {
        var file = anApplicationIn(INFORMAL_REVIEW);
        assertThat(broken(() -> file.deny(GROUNDS, ALL_WELL, WAITING, PAULA, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
        assertThat(broken(() -> file.sendBack("no", ALL_WELL, PAULA, NOW)).rule())
                .isEqualTo("decided-by-someone-else");
        file.deny(GROUNDS, ALL_WELL, WAITING, APPROVER, NOW);
        assertThat(file.snapshot().denials().latest().orElseThrow().outcome()).isEqualTo(Denial.Outcome.DENIED);
    }

    @Test
    void whoeverProposedItMayTakeTheIntentBackButNotApproveAfterwards() {
        var file = anApplicationIn(INTENT_TO_DENY);
        file.sendBack("a mistake", ALL_WELL, PAULA, NOW);
        var denials = file.snapshot().denials();
        assertThat(denials.latest().orElseThrow().outcome()).isEqualTo(Denial.Outcome.SENT_BACK);
        var s = anApplicationIn(DECISION).snapshot();
        var again = MembershipApplication.restore(
                new Aggregate.Stored(ID, 9, Map.of()),
                new MembershipApplication.Snapshot(
                        s.company(),
                        DECISION,
                        s.declarations(),
                        s.considerations(),
                        s.timeline(),
                        s.review(),
                        s.terms(),
                        false,
                        denials,
                        null,
                        List.of(),
                        null,
                        Proposals.NONE,
                        Set.of()));
        assertThat(broken(() -> again.approve(GROUNDS, ALL_WELL, OFFER, PAULA, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @ParameterizedTest
    @EnumSource(names = {"INTENT_TO_DENY", "INFORMAL_REVIEW"})
    void aWithdrawalFromItStaysOnRecord(ApplicationState state) {
        var file = anApplicationIn(state);
        file.withdraw("other plans", OWNER, NOW);
        assertThat(file.snapshot().denials().latest().orElseThrow().outcome()).isEqualTo(Denial.Outcome.WITHDRAWN);
        assertThat(EarlierFile.of(file).orElseThrow().outcome()).isEqualTo(EarlierFile.Outcome.WITHDRAWN_BEFORE_DENIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z",
        "2027-11-22T04:59:59.999Z", // 21 November, 23:59 in Ottawa
        "2027-11-22T05:00:00Z",
    })
    void theCompanyWaitsUntilTheDayThatItWasTold(Instant now) {
        var denied = anApplicationIn(DENIED);
        assertThat(denied.snapshot().reapplication().possibleOn()).isEqualTo(LocalDate.of(2027, 11, 22));
        var filing = filing(denied, now);
        var command = Command.by(OWNER);
        if (now.isBefore(Instant.parse("2027-11-22T05:00:00Z"))) {
            var refused = broken(() -> filing.draft(complete(), command));
            assertThat(refused.rule()).isEqualTo("reapplication-too-early");
            assertThat(refused).hasMessageContaining("2026-11-22").hasMessageContaining("2027-11-22");
        } else {
            var earlier = filing.draft(complete(), command).snapshot().earlier();
            assertThat(earlier).singleElement().satisfies(file -> {
                assertThat(file.applicationId()).isEqualTo(ID);
                assertThat(file.outcome()).isEqualTo(EarlierFile.Outcome.DENIED);
                assertThat(file.grounds()).isEqualTo(GROUNDS);
            });
        }
    }

    @Test
    void aCompanyWaitsAfterACancellationAndNotAfterAWithdrawalFromTheProgramme() {
        var cancelled = anApplicationIn(APPROVED);
        cancelled.noteMembershipEnded(true, WAITING, PLATFORM, NOW);
        assertThat(broken(() -> filing(cancelled, NOW).draft(complete(), Command.by(OWNER))))
                .hasMessageContaining("2027-11-23");
        assertThat(EarlierFile.of(cancelled).orElseThrow().outcome())
                .isEqualTo(EarlierFile.Outcome.MEMBERSHIP_CANCELLED);
        var left = anApplicationIn(APPROVED);
        left.noteMembershipEnded(false, WAITING, PLATFORM, NOW);
        assertThat(filing(left, NOW)
                        .draft(complete(), Command.by(OWNER))
                        .snapshot()
                        .earlier())
                .isEmpty();
    }

    private static FileApplication filing(MembershipApplication before, Instant now) {
        MembershipApplications applications = Mockito.mock();
        Mockito.when(applications.ofCompany(COMPANY)).thenReturn(List.of(before));
        Mockito.when(applications.create(Mockito.any(), Mockito.any())).thenAnswer(call -> call.getArgument(0));
        Companies companies = Mockito.mock();
        Mockito.when(companies.find(COMPANY)).thenReturn(Optional.of(Mockito.mock(Company.class)));
        return new FileApplication(
                applications, companies, Mockito.mock(), THRESHOLDS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MembershipApplication stored(MembershipApplication file) {
        return MembershipApplication.restore(new Aggregate.Stored(ID, 8, Map.of()), file.snapshot());
    }

    private static Refusal.RuleBroken broken(ThrowingCallable command) {
        return catchThrowableOfType(Refusal.RuleBroken.class, command);
    }
}
