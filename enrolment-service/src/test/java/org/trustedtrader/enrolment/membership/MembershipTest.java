package org.trustedtrader.enrolment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.membership.Fixtures.*;
import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.refusal.Refusal;

class MembershipTest {

    @Test
    void startsAtTierTwoForFourYears() {
        var approved = new Membership.Approved(COMPANY, Set.of(LineOfBusiness.IMPORTER));
        var s = Membership.start(ID, approved, RULES, PLATFORM, NOW).snapshot();
        assertThat(s.tier()).isEqualTo(Tier.II);
        assertThat(s.memberSince()).isEqualTo(LocalDate.of(2027, 11, 23));
        assertThat(s.revalidationDueOn()).isEqualTo(LocalDate.of(2031, 11, 23));
    }

    @Test
    void isKnownByANumberMadeOfItsId() {
        assertThat(aMembershipIn(ACTIVE).membershipNumber()).isEqualTo("PIP-0A1B2C3D");
    }

    @ParameterizedTest
    @EnumSource(
            value = MembershipState.class,
            names = {"ACTIVE", "ACTIVE_WITH_ACTION_PLAN", "REVALIDATION_DUE", "REVALIDATION_IN_PROGRESS"})
    void goesBackToWhereItWasBeforeTheSuspension(MembershipState before) {
        var membership = aMembershipIn(before);
        membership.suspend(decision(ReasonCode.INSOLVENCY), OFFICER, NOW);
        var suspended = stored(membership);
        suspended.reinstate(decision(ReasonCode.IMPOSED_IN_ERROR), OFFICER, NOW);
        assertThat(suspended.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void isSuspendedForReasonsAgainstTheMemberOnly(ReasonCode code) {
        var membership = aMembershipIn(ACTIVE);
        if (ReasonCode.AGAINST_THE_MEMBER.contains(code)) {
            membership.suspend(decision(code), OFFICER, NOW);
            assertThat(membership.snapshot().reasonCode()).isEqualTo(code);
        } else {
            assertThatThrownBy(() -> membership.suspend(decision(code), OFFICER, NOW))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThat(membership.state()).isEqualTo(ACTIVE);
        }
    }

    @Test
    void mayBeSuspendedWithEffectFromThePastButNotFromBeforeTheLastChangeNorFromTheFuture() {
        var from = NOW.minus(Duration.ofHours(5));
        var membership = aMembershipIn(ACTIVE);
        membership.suspend(effective(from), OFFICER, NOW);
        assertThat(membership.change().orElseThrow().effectiveAt()).isEqualTo(from);
        assertThat(membership.snapshot().effectiveAt()).isEqualTo(from);
        assertThatThrownBy(() -> aMembershipIn(ACTIVE).suspend(effective(NOW.plusSeconds(1)), OFFICER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> aMembershipIn(ACTIVE).suspend(effective(NOW.minus(Duration.ofDays(3))), OFFICER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void mayBeAppealedForThirtyDaysAndNotAMomentLonger() {
        var membership = aMembershipIn(SUSPENDED);
        membership.cancel(decision(ReasonCode.CONVICTION), APPEAL_UNTIL, OFFICER, NOW);
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
    void hasItsAppealDecidedBySomebodyElseThanWhoCancelled() {
        var pending = aMembershipIn(APPEAL_PENDING);
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> pending.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), OFFICER, NOW));
        assertThat(refused.rule()).isEqualTo("decided-by-someone-else");
    }

    @Test
    void fallsDueOnTheAnniversaryAndNotADayEarlier() {
        var early = aMembershipIn(ACTIVE);
        early.fallDue(PLATFORM, Instant.parse("2030-11-23T04:59:59Z"));
        assertThat(early.change()).isEmpty();
        var due = aMembershipIn(ACTIVE);
        due.fallDue(PLATFORM, Instant.parse("2030-11-23T05:00:00Z"));
        assertThat(due.state()).isEqualTo(REVALIDATION_DUE);
    }

    @Test
    void beginsTheNextCycleWithItsRevalidation() {
        var membership = aMembershipIn(REVALIDATION_IN_PROGRESS);
        membership.completeRevalidation(decision(ReasonCode.REVALIDATED), RULES, OFFICER, NOW);
        assertThat(membership.snapshot().revalidationDueOn()).isEqualTo(LocalDate.of(2031, 11, 23));
        assertThat(membership.snapshot().memberSince()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    private static MembershipDecision effective(Instant at) {
        return new MembershipDecision(ReasonCode.SECURITY_INCIDENT, "", "Customs Act, s. 11.1", at);
    }
}
