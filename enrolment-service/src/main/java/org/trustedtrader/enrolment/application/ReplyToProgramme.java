package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** What a company does when the ball is with it: answer, sign, ask for an informal review, or withdraw at any time. */
public final class ReplyToProgramme {

    private final MembershipApplications applications;
    private final ReviewReports reports;
    private final Clock clock;

    public ReplyToProgramme(MembershipApplications applications, ReviewReports reports, Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.clock = clock;
    }

    public MembershipApplication provideInformation(String id, String answer, Command command) {
        return applications.change(id, command, a -> a.provideInformation(answer, command.actor(), clock.instant()));
    }

    public MembershipApplication signTerms(String id, String termsVersion, Command command) {
        return applications.change(
                id, command, a -> a.signTerms(termsVersion, reports.about(id), command.actor(), clock.instant()));
    }

    public MembershipApplication withdraw(String id, String reason, Command command) {
        return applications.change(id, command, a -> a.withdraw(reason, command.actor(), clock.instant()));
    }
}
