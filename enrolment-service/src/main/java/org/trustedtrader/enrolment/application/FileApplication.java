package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A company drafts its application, and hands it in together with its record in the register. */
public final class FileApplication {

    private final MembershipApplications applications;
    private final Companies companies;
    private final EligibilityThresholds thresholds;
    private final Clock clock;

    public FileApplication(
            MembershipApplications applications, Companies companies, EligibilityThresholds thresholds, Clock clock) {
        this.applications = applications;
        this.companies = companies;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    public MembershipApplication draft(Declarations declarations, Command command) {
        var actor = command.actor();
        var company = Roles.companyOf(actor);
        if (companies.find(company).isEmpty()) {
            throw notRegistered();
        }
        var id = command.newId("application");
        return applications.create(
                MembershipApplication.draft(id, company, declarations, actor, clock.instant()), command);
    }

    public MembershipApplication submit(String id, Command command) {
        return applications.change(id, command, application -> {
            var company = companies.find(application.company()).orElseThrow(FileApplication::notRegistered);
            application.submit(CompanyFacts.of(company), thresholds, command.actor(), clock.instant());
        });
    }

    private static Refusal notRegistered() {
        return new Refusal.RuleBroken("company-not-registered", Message.of("enrolment.application.register-first"));
    }
}
