package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** The company hands its application in, complete and together with its record in the register. */
public final class SubmitApplication {

    private final MembershipApplications applications;
    private final Companies companies;
    private final EligibilityThresholds thresholds;
    private final Clock clock;

    public SubmitApplication(
            MembershipApplications applications, Companies companies, EligibilityThresholds thresholds, Clock clock) {
        this.applications = applications;
        this.companies = companies;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    public MembershipApplication with(String id, Command command) {
        return applications.change(id, command, application -> {
            var company = companies
                    .find(application.company())
                    .orElseThrow(() -> new Refusal.RuleBroken("company-not-registered", "Register the company first."));
            application.submit(CompanyFacts.of(company), thresholds, command.actor(), clock.instant());
        });
    }
}
