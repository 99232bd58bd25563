package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** A company drafts its application and fills it in. */
public final class PrepareApplication {

    private final MembershipApplications applications;
    private final Companies companies;
    private final Clock clock;

    public PrepareApplication(MembershipApplications applications, Companies companies, Clock clock) {
        this.applications = applications;
        this.companies = companies;
        this.clock = clock;
    }

    public MembershipApplication draft(Declarations declarations, Command command) {
        var actor = command.actor();
        var company = actor.company()
                .orElseThrow(() -> new Refusal.NotAllowed("Only a company's own people apply for membership."));
        if (companies.find(company).isEmpty()) {
            throw new Refusal.RuleBroken("company-not-registered", "Register the company before it applies.");
        }
        var id = command.newId("application");
        return applications.create(
                MembershipApplication.draft(id, company, declarations, actor, clock.instant()), command);
    }

    public MembershipApplication amend(String id, Declarations declarations, Command command) {
        return applications.change(id, command, a -> a.amend(declarations, command.actor(), clock.instant()));
    }
}
