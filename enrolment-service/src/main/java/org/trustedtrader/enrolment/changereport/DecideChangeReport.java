package org.trustedtrader.enrolment.changereport;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.enrolment.changereport.ChangeReport.Decision;
import org.trustedtrader.enrolment.changereport.ChangeReport.Outcome;
import org.trustedtrader.enrolment.changereport.ChangeReport.State;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.ObligationSource;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.security.AccountStatus;

/** The steps of a change report after it was opened, and who owes the next one until when. */
public final class DecideChangeReport implements ObligationSource {

    private static final Map<State, String> KINDS = new EnumMap<>(Map.of(
            State.REPORTED, ObligationPolicies.CHANGE_TRIAGE,
            State.TRIAGED, ObligationPolicies.CHANGE_DECISION,
            State.RETURNED, ObligationPolicies.CHANGE_REPORT));

    private final ChangeReports reports;
    private final Companies companies;
    private final AccountStatus accounts;
    private final ChangeReportRules rules;
    private final Clock clock;

    public DecideChangeReport(
            ChangeReports reports, Companies companies, AccountStatus accounts, ChangeReportRules rules, Clock clock) {
        this.reports = reports;
        this.companies = companies;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    public ChangeReport triage(String id, Outcome recommendation, String note, Command command) {
        return reports.change(
                id, command, r -> r.triage(recommendation, note, rules, command.actor(), clock.instant()));
    }

    /** Names who decides although that officer took part in the matter. */
    public ChangeReport nameDecider(String id, String officer, String reason, Command command) {
        var chosen = new NamedDecider(officer, reason, command.actor().id());
        return reports.change(id, command, r -> r.nameDecider(chosen, command.actor(), clock.instant()));
    }

    /** The decision leaves the member what it has or starts what may take it away, so the account must be live. */
    public ChangeReport decide(String id, Decision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return reports.change(id, command, report -> {
            var company = companies.find(report.snapshot().subject().company());
            requireSite(
                    company.map(Company::details)
                            .map(d -> d.sites().stream().map(s -> s.id()).toList())
                            .orElse(List.of()),
                    decision);
            report.decide(
                    decision,
                    rules,
                    company.map(Company::province).orElse(Jurisdiction.CANADA),
                    command.actor(),
                    clock.instant());
        });
    }

    public ChangeReport answer(String id, String words, Command command) {
        return reports.change(id, command, r -> r.answer(words, rules, command.actor(), clock.instant()));
    }

    /** The next step of each open report; each round of it is owed anew. */
    @Override
    public Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        for (var report : reports.openOf(membership.id())) {
            var s = report.snapshot();
            var kind = KINDS.get(s.state());
            if (kind != null) {
                var source = "change-report/" + report.id() + "/" + s.turnSince();
                var turn = s.state() == State.RETURNED ? Owner.COMPANY : Owner.PROGRAMME;
                owed.put(
                        new Subject(membership.id(), s.subject().company(), kind, source),
                        new Status(s.dueOn(), false, turn));
            }
        }
        return owed;
    }

    private static void requireSite(List<String> sites, Decision decision) {
        if (decision.siteId() != null && !sites.contains(decision.siteId())) {
            throw new Refusal.InvalidInput("siteId", Message.of("enrolment.change.site-unknown"));
        }
    }
}
