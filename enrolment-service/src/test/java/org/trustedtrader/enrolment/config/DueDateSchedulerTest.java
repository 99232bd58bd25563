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
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.company.ConfirmationPeriod;
import org.trustedtrader.enrolment.company.KeepIdentifiers;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.compliance.LetMemberDatesPass;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.enrolment.obligation.MembershipObligations;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.Obligations;

class DueDateSchedulerTest {

    private final MembershipApplications applications = mock();
    private final Memberships memberships = mock();
    private final MembershipRules rules = new MembershipRules(4, 3, 12, 30, 5, 30, 10, 90);
    private final MemberReports reports = mock();
    private final Obligations obligations = mock();
    private final ComplianceCases cases = mock();
    private final FollowObligations followObligations = new FollowObligations(
            obligations,
            ObligationPolicies.defaults(),
            memberships,
            List.of(new MembershipObligations(reports)),
            Clock.systemUTC());
    private final DueDateScheduler scheduler = new DueDateScheduler(
            applications,
            end(applications),
            memberships,
            followObligations,
            new LetMemberDatesPass(
                    memberships,
                    () -> rules,
                    obligations,
                    followObligations,
                    cases,
                    new FollowCases(
                            cases,
                            memberships,
                            mock(),
                            _ -> new ComplianceRules(10, 30, 5, 30),
                            id -> false,
                            Clock.systemUTC()),
                    Clock.systemUTC()),
            new KeepIdentifiers(
                    mock(),
                    company -> false,
                    company -> false,
                    () -> new ConfirmationPeriod(12, 90),
                    Clock.systemUTC()),
            Clock.systemUTC());

    private static EndApplication end(MembershipApplications applications) {
        ReviewReports reports = mock();
        var clock = Clock.systemUTC();
        return new EndApplication(
                applications,
                new FollowReview(applications, reports, clock),
                () -> new ReapplicationPolicy(12, "a test"),
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
    void looksAtEveryCaseThatWaits() {
        var first = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        when(cases.waiting(Optional.empty(), 500)).thenReturn(first);
        when(cases.waiting(Optional.of("499"), 500)).thenReturn(List.of("last"));
        scheduler.letDatesTakeEffect();
        verify(cases).react(eq("0"), any());
        verify(cases).react(eq("last"), any());
    }

    @Test
    void aStartWorksOutWhatMembersOfTheVersionBeforeOwe() {
        var member = Fixtures.aMembershipIn(MembershipState.ACTIVE);
        when(memberships.page(Optional.empty(), Optional.empty(), Optional.empty(), 500))
                .thenReturn(List.of(member));
        when(memberships.find(member.id())).thenReturn(Optional.of(member));
        scheduler.letDatesTakeEffect();
        scheduler.letDatesTakeEffect();
        verify(obligations).createIfAbsent(any());
    }

    @Test
    void oneStepThatFailsHoldsUpNoOther() {
        when(applications.overdue(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.withoutRevalidation(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(obligations.toLetPass(any(), anyInt())).thenThrow(new IllegalStateException("no answer"));
        when(memberships.appealPeriodOver(any(), anyInt())).thenReturn(List.of("good"));
        scheduler.letDatesTakeEffect();
        verify(memberships).react(eq("good"), any());
    }
}
