package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.security.AccountStatus;

/** Headquarters decides. An approval grants a benefit, so the approver's account is checked to be live at that moment. */
public final class DecideApplication {

    private final MembershipApplications applications;
    private final ReviewReports reports;
    private final AccountStatus accounts;
    private final Deadlines deadlines;
    private final String termsVersion;
    private final Clock clock;

    public DecideApplication(
            MembershipApplications applications,
            ReviewReports reports,
            AccountStatus accounts,
            Deadlines deadlines,
            String termsVersion,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.termsVersion = termsVersion;
        this.clock = clock;
    }

    public MembershipApplication approve(String id, Grounds grounds, Command command) {
        accounts.beforeGranting(command.actor());
        return applications.change(id, command, a -> {
            var now = clock.instant();
            var offer = new Terms.Offer(termsVersion, deadlines.forTerms(now));
            a.approve(grounds, reports.about(id), offer, command.actor(), now);
        });
    }

    public MembershipApplication intendToDeny(String id, Grounds grounds, Command command) {
        return applications.change(
                id, command, a -> a.intendToDeny(grounds, deadlines, command.actor(), clock.instant()));
    }

    public MembershipApplication openInformalReview(String id, String reason, Command command) {
        return applications.change(id, command, a -> a.openInformalReview(reason, command.actor(), clock.instant()));
    }

    public MembershipApplication deny(String id, Grounds grounds, Command command) {
        return applications.change(id, command, a -> a.deny(grounds, command.actor(), clock.instant()));
    }

    public MembershipApplication sendBack(String id, String reason, Command command) {
        return applications.change(id, command, a -> a.sendBack(reason, command.actor(), clock.instant()));
    }
}
