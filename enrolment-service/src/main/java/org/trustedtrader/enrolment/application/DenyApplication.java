package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.function.Supplier;
import org.trustedtrader.platform.aggregate.Command;

/** Headquarters denies, or takes an intended denial back. The newest reports say who worked on the file and may do neither. */
public final class DenyApplication {

    private final MembershipApplications applications;
    private final ReviewReports reports;
    private final ReplyDeadlines deadlines;
    private final Supplier<ReapplicationPolicy> policy;
    private final Clock clock;

    public DenyApplication(
            MembershipApplications applications,
            ReviewReports reports,
            ReplyDeadlines deadlines,
            Supplier<ReapplicationPolicy> policy,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.deadlines = deadlines;
        this.policy = policy;
        this.clock = clock;
    }

    public MembershipApplication intend(String id, Denial.Proposal proposal, Command command) {
        return applications.change(
                id,
                command,
                a -> a.intendToDeny(
                        proposal, reports.about(id), deadlines.of(a.company()), command.actor(), clock.instant()));
    }

    public MembershipApplication deny(String id, Grounds grounds, Command command) {
        return applications.change(
                id, command, a -> a.deny(grounds, reports.about(id), policy.get(), command.actor(), clock.instant()));
    }

    public MembershipApplication sendBack(String id, String reason, Command command) {
        return applications.change(
                id, command, a -> a.sendBack(reason, reports.about(id), command.actor(), clock.instant()));
    }
}
