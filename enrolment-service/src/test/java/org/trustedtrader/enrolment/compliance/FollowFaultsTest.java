package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.aggregate.Aggregate;

class FollowFaultsTest {

    private static final String ID = "an-obligation";
    private static final LocalDate DUE_ON = LocalDate.of(2027, 6, 30);

    private final ComplianceCases cases = mock();
    private final Memberships memberships = mock();
    private final Obligations obligations = mock();
    private final List<String> alarms = new ArrayList<>();
    private final FollowFaults faults = new FollowFaults(
            new FollowCases(
                    cases, memberships, mock(), new ComplianceRules(10, 30, 5, 30), id -> false, Clock.systemUTC()),
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

    private void given(Obligation.State state, Owner turn) {
        var member = Fixtures.aMembershipIn(MembershipState.ACTIVE);
        when(memberships.find(member.id())).thenReturn(Optional.of(member));
        var subject = new Obligation.Subject(
                member.id(), member.snapshot().company(), ObligationPolicies.MUST_ACTION, "action/A3CHY-1");
        when(obligations.find(ID))
                .thenReturn(Optional.of(Obligation.restore(
                        new Aggregate.Stored(ID, 3, Map.of()),
                        new Obligation.Snapshot(subject, Owner.COMPANY, turn, state, DUE_ON, DUE_ON, null, null))));
    }
}
