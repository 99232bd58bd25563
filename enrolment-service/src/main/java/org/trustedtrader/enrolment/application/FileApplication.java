package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trustedtrader.enrolment.application.MembershipApplication.Kind;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A company drafts its application, and hands it in together with its record in the register. */
public final class FileApplication {

    private final MembershipApplications applications;
    private final Companies companies;
    private final Memberships memberships;
    private final EligibilityThresholds thresholds;
    private final Clock clock;

    public FileApplication(
            MembershipApplications applications,
            Companies companies,
            Memberships memberships,
            EligibilityThresholds thresholds,
            Clock clock) {
        this.applications = applications;
        this.companies = companies;
        this.memberships = memberships;
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
        var before = ofKind(Kind.MEMBERSHIP, company);
        requireWaited(before, BusinessCalendar.shipped().dayOf(now));
        var earlier = before.stream()
                .flatMap(application -> EarlierFile.of(application).stream())
                .sorted(Comparator.comparing(EarlierFile::at))
                .toList();
        var id = command.newId("application");
        return applications.create(
                MembershipApplication.draft(id, company, earlier, declarations, actor, now), command);
    }

    /**
     * A member drafts an application for more lines of business. What becomes of it leaves the membership as it is, until the
     * terms are signed.
     *
     * @throws Refusal.RuleBroken {@code not-a-member} unless the company has a membership that lasts
     */
    public MembershipApplication draftVariation(Declarations declarations, Command command) {
        var actor = command.actor();
        var company = Roles.companyOf(actor);
        var membership = memberships.ofCompany(company).stream()
                .filter(m -> m.state() == MembershipState.ACTIVE || m.state() == MembershipState.SUSPENDED)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal.RuleBroken("not-a-member", Message.of("enrolment.variation.not-a-member")));
        var now = clock.instant();
        requireWaited(
                ofKind(Kind.VARIATION, company), BusinessCalendar.shipped().dayOf(now));
        requireNew(declarations, membership.snapshot());
        requireWaited(
                declarations.linesOfBusiness(),
                company,
                BusinessCalendar.shipped().dayOf(now));
        var id = command.newId("application");
        return applications.create(
                MembershipApplication.draftVariation(id, company, membership.id(), declarations, actor, now), command);
    }

    private void requireVariesAMembership(MembershipApplication.Snapshot application) {
        if (application.variationOf() != null) {
            memberships
                    .find(application.variationOf())
                    .ifPresent(membership -> requireNew(application.declarations(), membership.snapshot()));
        }
    }

    private static void requireNew(Declarations declarations, Membership.Snapshot membership) {
        if (declarations.linesOfBusiness().isEmpty()
                || !Collections.disjoint(declarations.linesOfBusiness(), membership.linesOfBusiness())) {
            throw new Refusal.InvalidInput("linesOfBusiness", Message.of("enrolment.variation.lines"));
        }
    }

    /** A variation that was denied keeps nobody from membership, nor the other way round. */
    private List<MembershipApplication> ofKind(Kind kind, String company) {
        return applications.ofCompany(company).stream()
                .filter(application -> application.snapshot().kind() == kind)
                .toList();
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

    /** Refuses as {@code reapplication-too-early} a line that was denied, until the day that the company was told. */
    private void requireWaited(Set<LineOfBusiness> lines, String company, LocalDate today) {
        applications.ofCompany(company).stream()
                .flatMap(application -> application.snapshot().denials().all().stream())
                .filter(denial -> !Collections.disjoint(denial.lines(), lines))
                .flatMap(denial -> Stream.ofNullable(denial.reapplication()))
                .filter(wait -> today.isBefore(wait.possibleOn()))
                .max(Comparator.comparing(Reapplication::possibleOn))
                .ifPresent(wait -> {
                    throw new Refusal.RuleBroken("reapplication-too-early", wait.text());
                });
    }

    public MembershipApplication submit(String id, Command command) {
        return applications.change(id, command, application -> {
            var company = companies.find(application.company()).orElseThrow(FileApplication::notRegistered);
            requireWaited(
                    application.snapshot().declarations().linesOfBusiness(),
                    application.company(),
                    BusinessCalendar.shipped().dayOf(clock.instant()));
            requireVariesAMembership(application.snapshot());
            application.submit(CompanyFacts.of(company), thresholds, command.actor(), clock.instant());
        });
    }

    private static Refusal notRegistered() {
        return new Refusal.RuleBroken("company-not-registered", Message.of("enrolment.application.register-first"));
    }
}
