package org.trustedtrader.enrolment.changereport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.changereport.ChangeReport.Kind;
import org.trustedtrader.enrolment.changereport.ChangeReport.Subject;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Opens change reports: by itself for each significant change of a member's record, and for what the company reports besides.
 */
public final class ReportChanges {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final ChangeReports reports;
    private final Companies companies;
    private final Memberships memberships;
    private final ChangeSettings settings;
    private final Clock clock;

    public ReportChanges(
            ChangeReports reports, Companies companies, Memberships memberships, ChangeSettings settings, Clock clock) {
        this.reports = reports;
        this.companies = companies;
        this.memberships = memberships;
        this.settings = settings;
        this.clock = clock;
    }

    /** What policy says of changes. */
    public record ChangeSettings(ChangePolicies policies, ChangeReportRules rules) {}

    /**
     * A company's record was changed. The history says what changed, so that no change is lost however its event comes: looks
     * back from that version until a change that is reported already.
     *
     * @param version of the company's record
     */
    public void follow(String company, long version) {
        memberOf(company).ifPresent(membership -> {
            var since = memberships.history(membership.id()).getFirst().recordedAt();
            companies.history(company).stream()
                    .filter(entry -> entry.version() <= version)
                    .filter(entry -> !entry.recordedAt().isBefore(since))
                    .sorted(Comparator.comparingLong(HistoryEntry::version).reversed())
                    .filter(entry ->
                            !settings.policies().significant(entry.changes()).isEmpty())
                    .takeWhile(entry -> open(company, membership, entry))
                    .forEach(opened -> {});
        });
    }

    /** @return false if it was reported before */
    private boolean open(String company, Membership membership, HistoryEntry entry) {
        var subject = new Subject(
                membership.id(),
                company,
                Kind.RECORD,
                settings.policies().significant(entry.changes()),
                "",
                BusinessCalendar.shipped().dayOf(entry.effectiveAt()),
                entry.actor(),
                entry.effectiveAt());
        return reports.createIfAbsent(ChangeReport.open(
                company + "-" + entry.version(), subject, settings.rules(), PLATFORM, entry.effectiveAt()));
    }

    /**
     * What the company reports.
     *
     * @param effectiveOn when it took or takes place; null if it does not say
     */
    public record Declaration(
            Kind kind, String description, @Nullable LocalDate effectiveOn) {

        private static final int YEARS_BACK = 10;
        private static final int YEARS_AHEAD = 2;

        void requirePlausible(LocalDate today) {
            if (effectiveOn != null) {
                new DateRange(today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD))
                        .admit("effectiveOn", effectiveOn);
            }
        }
    }

    /** @throws Refusal.RuleBroken {@code not-a-member} if the company has no membership that lasts */
    public ChangeReport declare(Declaration declared, Command command) {
        var company = Roles.companyOf(command.actor());
        var membership = memberOf(company)
                .orElseThrow(() -> new Refusal.RuleBroken("not-a-member", Message.of("enrolment.change.not-a-member")));
        var now = clock.instant();
        declared.requirePlausible(BusinessCalendar.shipped().dayOf(now));
        var subject = new Subject(
                membership.id(),
                company,
                declared.kind(),
                List.of(),
                declared.description(),
                declared.effectiveOn(),
                command.actor().id(),
                now);
        var report = ChangeReport.open(command.newId("change-report"), subject, settings.rules(), command.actor(), now);
        return reports.create(report, command);
    }

    /** The membership ended: nothing is left to decide. */
    public void closeAll(String membershipId) {
        reports.openOf(membershipId)
                .forEach(report -> reports.react(report.id(), r -> r.close(PLATFORM, clock.instant())));
    }

    private Optional<Membership> memberOf(String company) {
        return memberships.ofCompany(company).stream()
                .filter(membership -> !membership.state().over())
                .findFirst();
    }
}
