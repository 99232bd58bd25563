package org.trustedtrader.enrolment.config;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.application.CloseApplications;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.membership.KeepMembershipsCurrent;
import org.trustedtrader.enrolment.membership.Memberships;

class SweepsTest {

    private final MembershipApplications applications = mock();
    private final Memberships memberships = mock();
    private final Sweeps sweeps = new Sweeps(
            new CloseApplications(applications, Clock.systemUTC()),
            new KeepMembershipsCurrent(memberships, Clock.systemUTC()));

    @Test
    void oneBadRecordHoldsUpNoOther() {
        when(applications.overdue(any(), anyInt())).thenReturn(List.of("bad", "good"));
        when(applications.react(eq("bad"), any())).thenThrow(new IllegalStateException("cannot be read"));
        sweeps.letDatesTakeEffect();
        verify(applications).react(eq("good"), any());
    }

    @Test
    void oneStepThatFailsHoldsUpNoOther() {
        when(applications.overdue(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.dueForRevalidation(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.appealPeriodOver(any(), anyInt())).thenReturn(List.of("good"));
        sweeps.letDatesTakeEffect();
        verify(memberships).react(eq("good"), any());
    }
}
