package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.security.AccountStatus;

/**
 * Headquarters approves, and the company signs the terms that it is offered. An approval grants a benefit, so the approver's
 * account is checked to be live at that moment.
 */
public final class ApproveApplication {

    private final MembershipApplications applications;
    private final ReviewReports reports;
    private final AccountStatus accounts;
    private final TermsOffers offers;
    private final Clock clock;

    public ApproveApplication(
            MembershipApplications applications,
            ReviewReports reports,
            AccountStatus accounts,
            TermsOffers offers,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.accounts = accounts;
        this.offers = offers;
        this.clock = clock;
    }

    /** @param termsVersion the version of the terms that companies sign now */
    public record TermsOffers(String termsVersion, ReplyDeadlines deadlines) {}

    public MembershipApplication approve(String id, Grounds grounds, Command command) {
        accounts.beforeGranting(command.actor());
        return applications.change(id, command, a -> {
            var now = clock.instant();
            var signBy = offers.deadlines().of(a.company()).forTerms(now);
            a.approve(grounds, reports.about(id), new Terms.Offer(offers.termsVersion(), signBy), command.actor(), now);
        });
    }

    /** The first of two approvers. */
    public MembershipApplication propose(String id, Grounds grounds, Command command) {
        accounts.beforeGranting(command.actor());
        return applications.change(
                id, command, a -> a.proposeApproval(grounds, reports.about(id), command.actor(), clock.instant()));
    }

    /** A programme manager names who decides where no other officer is left. */
    public MembershipApplication nameDecider(
            String id, Proposals.Matter matter, String officer, String reason, Command command) {
        var named = new NamedDecider(officer, reason, command.actor().id());
        return applications.change(
                id, command, a -> a.nameDecider(matter, named, reports.about(id), command.actor(), clock.instant()));
    }

    public MembershipApplication signTerms(String id, String termsVersion, Command command) {
        return applications.change(
                id, command, a -> a.signTerms(termsVersion, reports.about(id), command.actor(), clock.instant()));
    }
}
