package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
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
        var now = clock.instant();
        var before = applications.ofCompany(company);
        requireWaited(before, BusinessCalendar.shipped().dayOf(now));
        var earlier = before.stream()
                .flatMap(application -> EarlierFile.of(application).stream())
                .sorted(Comparator.comparing(EarlierFile::at))
                .toList();
        var id = command.newId("application");
        return applications.create(
                MembershipApplication.draft(id, company, earlier, declarations, actor, now), command);
    }

    /** Refuses as {@code reapplication-too-early} until the day that the company was told. */
    private static void requireWaited(List<MembershipApplication> before, LocalDate today) {
        before.stream()
                .flatMap(application -> Stream.ofNullable(application.snapshot().reapplication()))
                .filter(wait -> today.isBefore(wait.possibleOn()))
                .max(Comparator.comparing(Reapplication::possibleOn))
                .ifPresent(wait -> {
                    throw new Refusal.RuleBroken("reapplication-too-early", wait.text());
                });
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
