package org.trustedtrader.simulation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.annualreview.FileAnnualReview;
import org.trustedtrader.enrolment.annualreview.JudgeAnnualReview;
import org.trustedtrader.enrolment.annualreview.OpenAnnualReviews;
import org.trustedtrader.enrolment.annualreview.ReviewObligations;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.enrolment.company.Address;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.Contact;
import org.trustedtrader.enrolment.company.Coordinates;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.OpeningHours;
import org.trustedtrader.enrolment.company.Site;
import org.trustedtrader.enrolment.company.SiteFunction;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.DecideCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.compliance.FollowOutcomes;
import org.trustedtrader.enrolment.compliance.LetMemberDatesPass;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.enrolment.obligation.MembershipObligations;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.security.AccountStatus;

/** Enrolment's domain with its use cases, consumers and dates, as the service wires them. */
final class Enrolment {

    private static final AccountStatus ALL_LIVE = new AccountStatus() {
        @Override
        public void beforeGranting(Actor actor) {}

        @Override
        public void beforeRemoving(Actor actor) {}
    };
    private static final int AT_ONCE = 1_000_000;

    final EnrolmentRecords.CompanyRecords companies;
    final EnrolmentRecords.MembershipRecords memberships;
    final EnrolmentRecords.ObligationRecords obligations;
    final EnrolmentRecords.CaseRecords cases;
    final EnrolmentRecords.ReviewRecords reviews;
    final FileAnnualReview fileReview;
    final JudgeAnnualReview judgeReview;
    final EnrolmentRecords.ReportRecords reports = new EnrolmentRecords.ReportRecords();
    final DecideMembership decide;
    final FollowCases followCases;
    final DecideCase decideCase;
    final ObligationPolicies policies;
    /** What alarms were raised about. */
    final Set<String> alarms = new HashSet<>();

    private final StartMembership start;
    private final OpenAnnualReviews openReviews;
    private final FollowObligations followObligations;
    private final FollowFaults faults;
    private final FollowOutcomes outcomes;
    private final LetMemberDatesPass dates;
    private final MovedClock clock;

    /** @param profiles of assessment, as enrolment reads them over HTTP */
    Enrolment(Wiring wiring, MovedClock clock, Bus bus, SecurityProfiles profiles) {
        this.clock = clock;
        companies = new EnrolmentRecords.CompanyRecords(clock);
        memberships = wiring.memberships(clock);
        obligations = wiring.obligations(clock);
        cases = wiring.cases(clock);
        reviews = wiring.reviews(clock);
        policies = wiring.policies();
        var rules = wiring.membershipRules();
        var caseRules = wiring.complianceRules();
        var told = wiring.reports(reports);
        start = new StartMembership(memberships, () -> rules, told, clock);
        decide = new DecideMembership(memberships, ALL_LIVE, () -> rules, companies, told, clock);
        var reviewRules = wiring.reviewRules();
        openReviews = new OpenAnnualReviews(reviews, () -> reviewRules, clock);
        fileReview = new FileAnnualReview(reviews, profiles, companies, () -> reviewRules, clock);
        judgeReview = new JudgeAnnualReview(reviews, told, () -> reviewRules, clock);
        followObligations = new FollowObligations(
                obligations,
                policies,
                memberships,
                List.of(new MembershipObligations(told), new ReviewObligations(reviews, told)),
                clock);
        followCases = new FollowCases(
                cases, memberships, companies, _ -> caseRules, wiring.turnIsWithProgramme(obligations), clock);
        decideCase = new DecideCase(cases, memberships, told, clock);
        faults = new FollowFaults(followCases, obligations, policies, (alarm, subject) -> alarms.add(subject));
        outcomes = new FollowOutcomes(decide, followObligations, (alarm, subject) -> alarms.add(subject));
        dates = new LetMemberDatesPass(
                memberships, () -> rules, obligations, followObligations, cases, followCases, clock);
        obligations.announceTo(o -> bus.send("cases", o, () -> faults.obligation(o.id())));
        cases.announceTo(c -> bus.send("memberships", c, () -> outcomes.take(version(c))));
    }

    void register(String company, String region, Actor owner) {
        var site = new Site(
                "yard",
                "Yard",
                Set.of(SiteFunction.YARD),
                new Address("1 Main St", "Town", region, "", region.isEmpty() ? "US" : "CA"),
                new Coordinates(45, -75),
                new OpeningHours(LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of("America/Toronto")),
                40);
        var details = new CompanyDetails(
                "Company " + company,
                Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER),
                List.of(),
                Optional.empty(),
                List.of(site),
                List.of(new Contact("An owner", "Owner", "owner@example.com", "+1 519 555 0100")));
        companies.createIfAbsent(Company.register(new BusinessNumber(company), details, owner, clock.instant()));
    }

    void termsSigned(String application, String company) {
        start.from(
                application,
                new Membership.Approved(company, Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER)));
    }

    void membershipChanged(String id) {
        followObligations.follow(id);
        if (memberships.look(id).orElseThrow().state().over()) {
            followCases.closeAll(id);
            openReviews.closeAll(id);
        }
    }

    void reviewChanged(String membershipId) {
        followObligations.follow(membershipId);
    }

    void assessmentChanged(String id, long version, AssessmentReport report) {
        reports.keep(id, version, report);
        followObligations.follow(id);
    }

    void visitChanged(FollowFaults.VisitResult result, long version, VisitReport report) {
        reports.keep(result.visitId(), version, report);
        faults.visit(result);
        followObligations.follow(result.membershipId());
    }

    /** What the service does every few seconds, once a day. */
    void letDatesPass() {
        dates.run(AT_ONCE, (subject, step) -> step.run());
        memberships.stream()
                .filter(m -> !m.snapshot().state().over())
                .map(memberships::read)
                .forEach(openReviews::openWhenDue);
    }

    private FollowOutcomes.CaseVersion version(InMemory.Version<ComplianceCase.Snapshot> of) {
        var s = of.snapshot();
        return new FollowOutcomes.CaseVersion(
                of.id(),
                of.version(),
                s.subject().membershipId(),
                s.subject().source(),
                s.subject().reasonCode(),
                s.state(),
                s.outcome(),
                s.extendedUntil(),
                s.state() == ComplianceCase.State.ESCALATED && s.pausedAt() != null,
                of.changedBy(),
                List.copyOf(cases.read(of).officers()));
    }
}
