package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

class FollowFaultsTest {

    private static final String ID = "an-obligation";
    private static final Instant NOW = Instant.parse("2027-07-01T12:00:00Z");
    private static final LocalDate DUE_ON = LocalDate.of(2027, 6, 30);

    private final ComplianceCases cases = mock();
    private final Memberships memberships = mock();
    private final Obligations obligations = mock();
    private final List<String> alarms = new ArrayList<>();
    private final FollowFaults faults = new FollowFaults(
            new FollowCases(
                    cases,
                    memberships,
                    mock(),
                    _ -> new ComplianceRules(10, 30, 5, 30),
                    id -> false,
                    Clock.systemUTC()),
            obligations,
            ObligationPolicies.defaults(),
            (alarm, subject) -> alarms.add(alarm));

    @Test
    void anOverdueObligationOfTheCompanyOpensACase() {
        given(Obligation.State.OVERDUE, Owner.COMPANY);
        faults.obligation(ID);
        verify(cases).createIfAbsent(any());
        assertThat(alarms).isEmpty();
    }

    @Test
    void oneThatTheProgrammeHoldsUpRaisesAnAlarm() {
        given(Obligation.State.OVERDUE, Owner.PROGRAMME);
        faults.obligation(ID);
        verify(cases, never()).createIfAbsent(any());
        assertThat(alarms).containsExactly("obligation-overdue");
    }

    /** The event that it is overdue may come after the one that it was met. */
    @ParameterizedTest
    @EnumSource(names = "OVERDUE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotOverdueAnyMoreOpensNoCase(Obligation.State state) {
        given(state, Owner.COMPANY);
        faults.obligation(ID);
        verify(cases, never()).createIfAbsent(any());
        verify(cases).openAbout(eq("obligation/" + ID), anyInt());
    }

    /** After an allowed appeal the same is overdue again, and the case from before was closed with the obligation. */
    @Test
    void aCaseThatWasClosedStandsInNobodysWay() {
        given(Obligation.State.OVERDUE, Owner.COMPANY);
        var opened = ArgumentCaptor.forClass(ComplianceCase.class);
        faults.obligation(ID);
        verify(cases).createIfAbsent(opened.capture());
        var first = opened.getValue();
        first.changeStored();
        first.close("the obligation is VOID", Actor.service("enrolment"), NOW);
        when(cases.find(first.id())).thenReturn(Optional.of(first));
        faults.obligation(ID);
        verify(cases, times(2)).createIfAbsent(opened.capture());
        assertThat(opened.getValue().id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, 1", "SUSPENDED, 1", "CANCELLED, 1", "APPEAL_PENDING, 1", "CANCELLED_FINAL, 0", "WITHDRAWN, 0"})
    void anUnsatisfactoryVisitOpensACaseUntilTheMembershipIsOver(MembershipState state, int opened) {
        var member = member(state);
        faults.visit(new FollowFaults.VisitResult("v1", member.id(), "CLOSED", true, NOW, null, null));
        verify(cases, times(opened)).createIfAbsent(any());
    }

    /** Until a new time has come, the company has missed nothing again. */
    @ParameterizedTest
    @CsvSource({"NO_SHOW, 1", "CONFIRMED, 0"})
    void aMissedVisitThatIsPlannedAgainOpensNoOtherCase(String state, int opened) {
        var member = member(MembershipState.ACTIVE);
        faults.visit(new FollowFaults.VisitResult("v1", member.id(), state, false, null, "COMPANY", NOW));
        verify(cases, times(opened)).createIfAbsent(any());
    }

    private Membership member(MembershipState state) {
        var member = Fixtures.aMembershipIn(state);
        when(memberships.find(member.id())).thenReturn(Optional.of(member));
        return member;
    }

    private void given(Obligation.State state, Owner turn) {
        var member = member(MembershipState.ACTIVE);
        var subject = new Obligation.Subject(
                member.id(), member.snapshot().company(), ObligationPolicies.MUST_ACTION, "action/A3CHY-1");
        when(obligations.find(ID))
                .thenReturn(Optional.of(Obligation.restore(
                        new Aggregate.Stored(ID, 3, Map.of()),
                        new Obligation.Snapshot(
                                subject, Owner.COMPANY, turn, state, DUE_ON, DUE_ON, null, null, null))));
    }
}
