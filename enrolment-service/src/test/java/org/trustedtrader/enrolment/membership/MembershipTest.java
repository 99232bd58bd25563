package org.trustedtrader.enrolment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.membership.Fixtures.*;
import static org.trustedtrader.enrolment.membership.MembershipProposal.Kind.*;
import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;

class MembershipTest {

    @Test
    void startsAtTierTwoForFourYears() {
        var approved = new Membership.Approved(COMPANY, Set.of(LineOfBusiness.IMPORTER));
        var s = Membership.start(ID, approved, null, RULES, PLATFORM, NOW).snapshot();
        assertThat(s.tier()).isEqualTo(Tier.II);
        assertThat(s.memberSince()).isEqualTo(LocalDate.of(2027, 11, 23));
        assertThat(s.revalidationDueOn()).isEqualTo(LocalDate.of(2031, 11, 23));
    }

    @Test
    void isKnownByANumberMadeOfItsId() {
        assertThat(aMembershipIn(ACTIVE).membershipNumber()).isEqualTo("PIP-0A1B2C3D");
    }

    @ParameterizedTest
    @EnumSource
    void isSuspendedForReasonsAgainstTheMemberOnly(ReasonCode code) {
        var membership = aMembershipIn(ACTIVE);
        if (ReasonCode.AGAINST_THE_MEMBER.contains(code)) {
            membership.suspend(decision(code), RULES, Jurisdiction.CANADA, OFFICER, NOW);
            assertThat(membership.snapshot().reasonCode()).isEqualTo(code);
        } else {
            assertThatThrownBy(() -> membership.suspend(decision(code), RULES, Jurisdiction.CANADA, OFFICER, NOW))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThat(membership.state()).isEqualTo(ACTIVE);
        }
    }

    @Test
    void mayBeSuspendedWithEffectFromThePastButNotFromBeforeTheLastChangeNorFromTheFuture() {
        var from = NOW.minus(Duration.ofHours(5));
        var membership = aMembershipIn(ACTIVE);
        membership.suspend(effective(from), RULES, Jurisdiction.CANADA, OFFICER, NOW);
        assertThat(membership.change().orElseThrow().effectiveAt()).isEqualTo(from);
        assertThat(membership.snapshot().effectiveAt()).isEqualTo(from);
        assertThatThrownBy(() -> aMembershipIn(ACTIVE)
                        .suspend(effective(NOW.plusSeconds(1)), RULES, Jurisdiction.CANADA, OFFICER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> aMembershipIn(ACTIVE)
                        .suspend(effective(NOW.minus(Duration.ofDays(3))), RULES, Jurisdiction.CANADA, OFFICER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void mayBeAppealedForThirtyDaysAndNotAMomentLonger() {
        var membership = aMembershipIn(SUSPENDED);
        membership.cancelByCase(
                new Membership.CaseOutcome("c1", 5, ReasonCode.CONVICTION, List.of()), APPEAL_UNTIL, OFFICER, NOW);
        var due = Instant.parse("2027-12-24T04:59:59.999Z");
        assertThat(membership.snapshot().appealDueAt()).isEqualTo(due);

        stored(membership).appeal("we object", OWNER, due);
        var late = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> stored(membership).appeal("we object", OWNER, due.plusMillis(1)));
        assertThat(late.rule()).isEqualTo("appeal-too-late");

        var waiting = stored(membership);
        waiting.closeAppealPeriod(PLATFORM, due);
        assertThat(waiting.state()).isEqualTo(CANCELLED);
    }

    @Test
    void needsAProposalOfAnotherOfficerToBeReinstated() {
        assertThatRule(
                "proposal-needed",
                () -> aMembershipIn(SUSPENDED).reinstate(decision(ReasonCode.CAUSE_REMEDIED), OTHER_OFFICER, NOW));

        var proposed = aMembershipIn(SUSPENDED);
        proposed.propose(REINSTATEMENT, decision(ReasonCode.CAUSE_REMEDIED), PROPOSER, NOW);
        var waiting = stored(proposed);
        assertThatRule(
                "decided-by-someone-else", () -> waiting.reinstate(decision(ReasonCode.CAUSE_REMEDIED), PROPOSER, NOW));
        // OFFICER suspended.
        assertThatRule(
                "decided-by-someone-else", () -> waiting.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OFFICER, NOW));
        waiting.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OTHER_OFFICER, NOW);
        assertThat(waiting.state()).isEqualTo(ACTIVE);
        assertThat(waiting.snapshot().proposal()).isNull();
        assertThat(waiting.snapshot().suspension()).isNull();
    }

    @Test
    void letsAManagerNameADeciderWhoTookPartButNeverTheProposer() {
        var proposed = proposed(SUSPENDED, REINSTATEMENT, ReasonCode.CAUSE_REMEDIED);
        assertThatRule(
                "decided-by-someone-else",
                () -> proposed.nameDecider(
                        naming(PROPOSER), reportsOf("COMPLETED", "SATISFACTORY"), OTHER_OFFICER, NOW));
        assertThatRule(
                "naming-not-needed",
                () -> proposed.nameDecider(
                        new NamedDecider("user:stranger", "nobody is left", OTHER_OFFICER.id()),
                        reportsOf("COMPLETED", "SATISFACTORY"),
                        OTHER_OFFICER,
                        NOW));
        proposed.nameDecider(naming(OFFICER), reportsOf("COMPLETED", "SATISFACTORY"), OTHER_OFFICER, NOW);
        assertThat(proposed.change().orElseThrow().reason()).contains(OFFICER.id());
        var named = stored(proposed);
        named.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OFFICER, NOW);
        assertThat(named.state()).isEqualTo(ACTIVE);
    }

    @Test
    void hasItsSuspensionConfirmedAndItsObjectionAnsweredByOthersThanWhoSuspended() {
        assertThatRule(
                "decided-by-someone-else",
                () -> aMembershipIn(SUSPENDED).confirmSuspension("I was right", OFFICER, NOW));
        var objected = aMembershipIn(SUSPENDED);
        objected.object("not us", RULES, OWNER, NOW);
        var waiting = stored(objected);
        assertThatRule(
                "decided-by-someone-else",
                () -> waiting.answerObjection(true, decision(ReasonCode.OBJECTION_UPHELD), OFFICER, NOW));
        waiting.answerObjection(true, decision(ReasonCode.OBJECTION_UPHELD), OTHER_OFFICER, NOW);
        assertThat(waiting.state()).isEqualTo(ACTIVE);
    }

    @Test
    void hasItsAppealDecidedBySomebodyElseThanWhoCancelledOrProposed() {
        var pending = proposed(APPEAL_PENDING, APPEAL_DECISION, ReasonCode.APPEAL_DISMISSED);
        for (var officer : List.of(OFFICER, PROPOSER)) {
            assertThatRule(
                    "decided-by-someone-else",
                    () -> pending.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), officer, NOW));
        }
        pending.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), OTHER_OFFICER, NOW);
        assertThat(pending.state()).isEqualTo(CANCELLED_FINAL);
    }

    @Test
    void goesBackToItsSuspensionWhenTheAppealIsAllowed() {
        var suspended = aMembershipIn(SUSPENDED);
        suspended.cancelByCase(
                new Membership.CaseOutcome("c1", 5, ReasonCode.CONVICTION, List.of()), APPEAL_UNTIL, OFFICER, NOW);
        var cancelled = stored(suspended);
        cancelled.appeal("we object", OWNER, NOW);
        var pending = stored(cancelled);
        pending.propose(APPEAL_DECISION, decision(ReasonCode.APPEAL_ALLOWED), PROPOSER, NOW);
        var proposed = stored(pending);
        proposed.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW);
        assertThat(proposed.state()).isEqualTo(SUSPENDED);
    }

    @Test
    void staysCancelledWhenTheAppealIsAllowedIfAnotherCaseCancelledMeanwhile() {
        var pending = aMembershipIn(APPEAL_PENDING);
        var second = new Membership.CaseOutcome("c2", 7, ReasonCode.CONVICTION, List.of("user:adam"));
        pending.cancelByCase(second, APPEAL_UNTIL, OTHER_OFFICER, NOW);
        assertThat(pending.state()).isEqualTo(APPEAL_PENDING);
        var waiting = stored(pending);
        waiting.propose(APPEAL_DECISION, decision(ReasonCode.APPEAL_ALLOWED), PROPOSER, NOW);
        var proposed = stored(waiting);
        proposed.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW);
        assertThat(proposed.state()).isEqualTo(CANCELLED);
        assertThat(proposed.snapshot().reasonCode()).isEqualTo(ReasonCode.CONVICTION);
        assertThat(proposed.snapshot().appealDueAt()).isEqualTo(APPEAL_UNTIL);
        assertThat(proposed.snapshot().nextCancellation()).isNull();
        var again = stored(proposed);
        again.appeal("we object to that as well", OWNER, NOW);
        again = stored(again);
        again.propose(APPEAL_DECISION, decision(ReasonCode.APPEAL_ALLOWED), PROPOSER, NOW);
        var last = stored(again);
        assertThatRule(
                "decided-by-someone-else",
                () -> last.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW));
        last.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, VALIDATOR, NOW);
        assertThat(last.state()).isEqualTo(ACTIVE);
    }

    @Test
    void takesACaseInOnce() {
        var outcome = new Membership.CaseOutcome("c1", 5, ReasonCode.OBLIGATION_OVERDUE, List.of());
        var membership = aMembershipIn(ACTIVE);
        membership.suspendByCase(outcome, RULES, Jurisdiction.CANADA, PLATFORM, NOW);
        assertThat(membership.state()).isEqualTo(SUSPENDED);
        membership.changeStored();
        membership.propose(REINSTATEMENT, decision(ReasonCode.CAUSE_REMEDIED), PROPOSER, NOW);
        membership.changeStored();
        membership.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OTHER_OFFICER, NOW);
        membership.changeStored();
        membership.suspendByCase(outcome, RULES, Jurisdiction.CANADA, PLATFORM, NOW);
        assertThat(membership.state()).isEqualTo(ACTIVE);
        assertThat(membership.change()).isEmpty();
    }

    @Test
    void aCaseThatSuspendsACancelledMemberCountsOnceTheAppealIsAllowed() {
        var outcome = new Membership.CaseOutcome("c1", 5, ReasonCode.FAILED_VALIDATION, List.of());
        var membership = aMembershipIn(APPEAL_PENDING);
        membership.suspendByCase(outcome, RULES, Jurisdiction.CANADA, PLATFORM, NOW);
        assertThat(membership.state()).isEqualTo(APPEAL_PENDING);
        membership.changeStored();
        membership.propose(APPEAL_DECISION, decision(ReasonCode.APPEAL_ALLOWED), PROPOSER, NOW);
        membership.changeStored();
        membership.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW);
        assertThat(membership.state()).isEqualTo(SUSPENDED);
    }

    @Test
    void isPausedUntilTheCaseEndsAndNotForThePast() {
        var paused = aMembershipIn(ACTIVE);
        paused.pauseByCase(caseAt(5), PLATFORM, NOW);
        assertThat(paused.state()).isEqualTo(ACTIVE);
        assertThat(paused.snapshot().pausedBy()).containsExactly("c1");
        assertThat(paused.snapshot().effectiveAt()).isEqualTo(NOW);

        var resumed = stored(paused);
        var later = NOW.plus(Duration.ofDays(3));
        resumed.endPauseByCase(caseAt(6), OFFICER, later);
        assertThat(resumed.snapshot().pausedBy()).isEmpty();
        assertThat(resumed.snapshot().effectiveAt()).isEqualTo(later);
    }

    @Test
    void isNotPausedByACaseThatEndedBefore() {
        var membership = aMembershipIn(ACTIVE);
        membership.endPauseByCase(caseAt(6), OFFICER, NOW);
        membership.changeStored();
        membership.pauseByCase(caseAt(5), PLATFORM, NOW);
        assertThat(membership.snapshot().pausedBy()).isEmpty();
    }

    @Test
    void staysPausedWhenOneOfTwoCasesEnds() {
        var membership = aMembershipIn(ACTIVE);
        membership.pauseByCase(caseAt(5), PLATFORM, NOW);
        var twice = stored(membership);
        twice.pauseByCase(new Membership.CaseOutcome("c2", 5, ReasonCode.FAILED_VALIDATION, List.of()), PLATFORM, NOW);
        var one = stored(twice);
        one.suspendByCase(caseAt(6), RULES, Jurisdiction.CANADA, OFFICER, NOW);
        assertThat(one.snapshot().pausedBy()).containsExactly("c2");
    }

    @Test
    void aPauseBeginsAndEndsWhileTheMemberAppealsToo() {
        var pending = aMembershipIn(APPEAL_PENDING);
        pending.pauseByCase(caseAt(5), PLATFORM, NOW);
        var paused = stored(pending);
        assertThat(paused.snapshot().pausedBy()).containsExactly("c1");
        paused.endPauseByCase(caseAt(6), OFFICER, NOW);
        assertThat(paused.snapshot().pausedBy()).isEmpty();
    }

    private static Membership.CaseOutcome caseAt(long version) {
        return new Membership.CaseOutcome("c1", version, ReasonCode.FAILED_VALIDATION, List.of());
    }

    @Test
    void opensItsRevalidationTwelveMonthsAheadAndNotADayEarlier() {
        var early = aMembershipIn(ACTIVE);
        early.openRevalidationWhenDue(RULES, PLATFORM, Instant.parse("2029-11-23T04:59:59Z"));
        assertThat(early.change()).isEmpty();
        var due = aMembershipIn(ACTIVE);
        due.openRevalidationWhenDue(RULES, PLATFORM, Instant.parse("2029-11-23T05:00:00Z"));
        assertThat(due.snapshot().revalidation()).isNotNull();
    }

    @Test
    void isRevalidatedOnlyWithACompletedAssessmentAndASatisfactoryVisit() {
        for (var reports : List.of(
                reportsOf("REOPENED", "SATISFACTORY"),
                reportsOf("SUBMITTED", "SATISFACTORY"),
                reportsOf("COMPLETED", "UNSATISFACTORY"))) {
            assertThatRule(
                    "revalidation-incomplete",
                    () -> proposed(ACTIVE, REVALIDATION_COMPLETION, ReasonCode.REVALIDATED)
                            .completeRevalidation(
                                    decision(ReasonCode.REVALIDATED), RULES, reports, OTHER_OFFICER, NOW));
        }
        var complete = reportsOf("COMPLETED", "SATISFACTORY");
        for (var officer : List.of(ASSESSOR, VALIDATOR, PROPOSER)) {
            assertThatRule(
                    "decided-by-someone-else",
                    () -> proposed(ACTIVE, REVALIDATION_COMPLETION, ReasonCode.REVALIDATED)
                            .completeRevalidation(decision(ReasonCode.REVALIDATED), RULES, complete, officer, NOW));
        }
        assertThatRule(
                "proposal-needed",
                () -> aMembershipInRevalidation()
                        .completeRevalidation(decision(ReasonCode.REVALIDATED), RULES, complete, OTHER_OFFICER, NOW));
    }

    @Test
    void beginsTheNextCycleWithItsRevalidation() {
        var membership = proposed(ACTIVE, REVALIDATION_COMPLETION, ReasonCode.REVALIDATED);
        membership.completeRevalidation(
                decision(ReasonCode.REVALIDATED), RULES, reportsOf("COMPLETED", "SATISFACTORY"), OTHER_OFFICER, NOW);
        assertThat(membership.snapshot().revalidationDueOn()).isEqualTo(LocalDate.of(2031, 11, 23));
        assertThat(membership.snapshot().memberSince()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(membership.snapshot().revalidation()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"LOW, 2031", "MEDIUM, 2031", "HIGH, 2030", "UNRATED, 2030", ", 2031"})
    void isRevalidatedSoonerWhereTheRiskIsHighOrNotRated(@Nullable String rating, int year) {
        var membership = proposed(ACTIVE, REVALIDATION_COMPLETION, ReasonCode.REVALIDATED);
        membership.completeRevalidation(
                decision(ReasonCode.REVALIDATED),
                RULES,
                reportsOf("COMPLETED", "SATISFACTORY", rating),
                OTHER_OFFICER,
                NOW);
        assertThat(membership.snapshot().revalidationDueOn()).isEqualTo(LocalDate.of(year, 11, 23));
        var approved = new Membership.Approved(COMPANY, Set.of(LineOfBusiness.IMPORTER));
        assertThat(Membership.start(ID, approved, rating, RULES, PLATFORM, NOW)
                        .snapshot()
                        .revalidationDueOn())
                .isEqualTo(LocalDate.of(year, 11, 23));
    }

    @Test
    void neverLaterWhereTheRiskIsHigh() {
        var rules = new MembershipRules(2, 3, 12, 30, 5, 30, 10, 90);
        assertThat(rules.cycleYears("HIGH")).isEqualTo(2);
    }

    @Test
    void completesItsActionPlanOnlyWhenItsActionsAreVerified() {
        var membership = aMembershipIn(ACTIVE);
        membership.agreeActionPlan(decision(ReasonCode.ACTION_PLAN_AGREED), OFFICER, NOW);
        var planned = stored(membership);
        assertThatRule(
                "actions-open",
                () -> planned.completeActionPlan(decision(ReasonCode.ACTION_PLAN_COMPLETED), 1, OFFICER, NOW));
        planned.completeActionPlan(decision(ReasonCode.ACTION_PLAN_COMPLETED), 0, OFFICER, NOW);
        assertThat(planned.snapshot().actionPlanAgreedOn()).isNull();
    }

    private static void assertThatRule(String rule, ThrowingCallable command) {
        var refused = catchThrowableOfType(Refusal.RuleBroken.class, command);
        assertThat(refused).as(rule).isNotNull();
        assertThat(refused.rule()).isEqualTo(rule);
    }

    private static MembershipDecision effective(Instant at) {
        return new MembershipDecision(ReasonCode.SECURITY_INCIDENT, "", "Customs Act, s. 11.1", at);
    }

    private static NamedDecider naming(Actor officer) {
        return new NamedDecider(officer.id(), "nobody is left", OTHER_OFFICER.id());
    }
}
