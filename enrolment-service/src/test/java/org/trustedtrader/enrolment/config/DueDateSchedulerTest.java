package org.trustedtrader.enrolment.config;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.company.ConfirmationPeriod;
import org.trustedtrader.enrolment.company.KeepIdentifiers;
import org.trustedtrader.enrolment.membership.Memberships;

class DueDateSchedulerTest {

    private final MembershipApplications applications = mock();
    private final Memberships memberships = mock();
    private final DueDateScheduler scheduler = new DueDateScheduler(
            applications,
            end(applications),
            memberships,
            new KeepIdentifiers(
                    mock(), company -> false, company -> false, new ConfirmationPeriod(12, 90), Clock.systemUTC()),
            Clock.systemUTC());

    private static EndApplication end(MembershipApplications applications) {
        ReviewReports reports = mock();
        var clock = Clock.systemUTC();
        return new EndApplication(
                applications,
                new FollowReview(applications, reports, clock),
                new ReapplicationPolicy(12, "a test"),
                clock);
    }

    @Test
    void oneBadRecordHoldsUpNoOther() {
        when(applications.overdue(any(), anyInt())).thenReturn(List.of("bad", "good"));
        when(applications.react(eq("bad"), any())).thenThrow(new IllegalStateException("cannot be read"));
        scheduler.letDatesTakeEffect();
        verify(applications, times(2)).react(eq("good"), any());
    }

    @Test
    void oneStepThatFailsHoldsUpNoOther() {
        when(applications.overdue(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.dueForRevalidation(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.appealPeriodOver(any(), anyInt())).thenReturn(List.of("good"));
        scheduler.letDatesTakeEffect();
        verify(memberships).react(eq("good"), any());
    }
}
