package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.trustedtrader.enrolment.application.ApproveApplication;
import org.trustedtrader.enrolment.application.DenyApplication;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.FileApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.ReplyDeadlines;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.application.ShowProgress;
import org.trustedtrader.enrolment.changereport.CarryOutDecision;
import org.trustedtrader.enrolment.changereport.ChangePolicies;
import org.trustedtrader.enrolment.changereport.ChangeReports;
import org.trustedtrader.enrolment.changereport.DecideChangeReport;
import org.trustedtrader.enrolment.changereport.ReassessmentsDue;
import org.trustedtrader.enrolment.changereport.ReportChanges;
import org.trustedtrader.enrolment.clock.MoveProgrammeClock;
import org.trustedtrader.enrolment.clock.ProgrammeClocks;
import org.trustedtrader.enrolment.company.AmendCompany;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.DecideIdentifier;
import org.trustedtrader.enrolment.company.KeepIdentifiers;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.DecideCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.compliance.FollowOutcomes;
import org.trustedtrader.enrolment.drivercard.DriverCardBatches;
import org.trustedtrader.enrolment.drivercard.DriverCards;
import org.trustedtrader.enrolment.drivercard.RegisterBatch;
import org.trustedtrader.enrolment.drivercard.RegisterDriverCard;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.enrolment.obligation.DecideObligation;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.enrolment.obligation.MembershipObligations;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationSource;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.clock.ClockProperties;
import org.trustedtrader.platform.security.AccountStatus;

/** The use cases of companies, applications, memberships and the programme's clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrolmentProperties.class)
@EnableScheduling
class EnrolmentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentConfiguration.class);

    private final EnrolmentProperties properties;
    private final Clock clock;

    EnrolmentConfiguration(EnrolmentProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    AmendCompany amendCompany(Companies companies, MembershipApplications applications) {
        return new AmendCompany(companies, applications::bindsIdentifiers, clock);
    }

    @Bean
    DecideIdentifier decideIdentifier(Companies companies, AccountStatus accounts) {
        return new DecideIdentifier(
                companies, accounts, properties.identifiers().toPeriod(), clock);
    }

    @Bean
    KeepIdentifiers keepIdentifiers(Companies companies, MembershipApplications applications, Memberships memberships) {
        return new KeepIdentifiers(
                companies,
                applications::bindsIdentifiers,
                company -> memberships.ofCompany(company).stream()
                        .anyMatch(membership -> !membership.state().over()),
                properties.identifiers().toPeriod(),
                clock);
    }

    @Bean
    FileApplication fileApplication(MembershipApplications applications, Companies companies, Memberships memberships) {
        return new FileApplication(
                applications, companies, memberships, properties.eligibility().toThresholds(), clock);
    }

    @Bean
    ReplyDeadlines replyDeadlines(Companies companies) {
        return new ReplyDeadlines(properties.replyDays().toDeadlines(), companies);
    }

    @Bean
    ApproveApplication approveApplication(
            MembershipApplications applications,
            ReviewReports reports,
            AccountStatus accounts,
            ReplyDeadlines deadlines) {
        var offers = new ApproveApplication.TermsOffers(properties.termsVersion(), deadlines);
        return new ApproveApplication(applications, reports, accounts, offers, clock);
    }

    @Bean
    DenyApplication denyApplication(
            MembershipApplications applications, ReviewReports reports, ReplyDeadlines deadlines) {
        return new DenyApplication(
                applications, reports, deadlines, properties.reapplication().toPolicy(), clock);
    }

    @Bean
    EndApplication endApplication(MembershipApplications applications, FollowReview follow) {
        return new EndApplication(
                applications, follow, properties.reapplication().toPolicy(), clock);
    }

    @Bean
    FollowReview followReview(MembershipApplications applications, ReviewReports reports) {
        return new FollowReview(applications, reports, clock);
    }

    @Bean
    ShowProgress showProgress(MembershipApplications applications, Companies companies, ReviewReports reports) {
        var settings = new ShowProgress.ProgressSettings(
                properties.serviceStandard().toStandard(),
                properties.eligibility().toThresholds(),
                properties.reapplication().toPolicy());
        return new ShowProgress(applications, companies, reports, settings, clock);
    }

    @Bean
    MembershipRules membershipRules() {
        return properties.membership().toRules();
    }

    @Bean
    StartMembership startMembership(Memberships memberships, MembershipRules rules, MemberReports reports) {
        return new StartMembership(memberships, rules, reports, clock);
    }

    @Bean
    DecideMembership decideMembership(
            Memberships memberships,
            AccountStatus accounts,
            MembershipRules rules,
            Companies companies,
            MemberReports reports) {
        return new DecideMembership(memberships, accounts, rules, companies, reports, clock);
    }

    @Bean
    ObligationPolicies obligationPolicies() {
        return ObligationPolicies.defaults();
    }

    @Bean
    FollowObligations followObligations(
            Obligations obligations,
            ObligationPolicies policies,
            Memberships memberships,
            List<ObligationSource> sources) {
        return new FollowObligations(obligations, policies, memberships, sources, clock);
    }

    @Bean
    ObligationSource membershipObligations(MemberReports reports) {
        return new MembershipObligations(reports);
    }

    @Bean
    FollowCases followCases(
            ComplianceCases cases, Memberships memberships, Companies companies, Obligations obligations) {
        return new FollowCases(
                cases,
                memberships,
                companies,
                properties.compliance().toRules(),
                source -> obligations
                        .find(source)
                        .filter(o -> o.snapshot().turn() == ObligationPolicy.Owner.PROGRAMME)
                        .isPresent(),
                clock);
    }

    @Bean
    DecideObligation decideObligation(Obligations obligations, ObligationPolicies policies, Memberships memberships) {
        return new DecideObligation(obligations, policies, memberships, clock);
    }

    @Bean
    RegisterDriverCard registerDriverCard(DriverCards cards, Companies companies) {
        return new RegisterDriverCard(cards, companies, clock);
    }

    @Bean
    RegisterBatch registerBatch(
            DriverCardBatches batches, DriverCards cards, Companies companies, FollowFaults.Alarm alarm) {
        return new RegisterBatch(
                batches, cards, companies, alarm, properties.driverCards().mostRows(), clock);
    }

    @Bean
    DecideCase decideCase(ComplianceCases cases, Memberships memberships, MemberReports reports) {
        return new DecideCase(cases, memberships, reports, clock);
    }

    @Bean
    ReportChanges reportChanges(ChangeReports reports, Companies companies, Memberships memberships) {
        var settings = new ReportChanges.ChangeSettings(
                ChangePolicies.defaults(), properties.changeReports().toRules());
        return new ReportChanges(reports, companies, memberships, settings, clock);
    }

    @Bean
    DecideChangeReport decideChangeReport(ChangeReports reports, Companies companies, AccountStatus accounts) {
        return new DecideChangeReport(
                reports, companies, accounts, properties.changeReports().toRules(), clock);
    }

    @Bean
    ObligationSource reassessmentsDue(ChangeReports reports, MemberReports members, Obligations obligations) {
        return new ReassessmentsDue(
                reports, members, subject -> obligations.find(subject.id()).isPresent(), clock);
    }

    @Bean
    CarryOutDecision carryOutDecision(
            ChangeReports reports, FollowObligations obligations, FollowCases cases, DecideMembership memberships) {
        return new CarryOutDecision(reports, obligations, cases, memberships);
    }

    @Bean
    FollowFaults.Alarm complianceAlarm() {
        return (alarm, subject) -> LOG.error("alarm={} {}", alarm, subject);
    }

    @Bean
    FollowFaults followFaults(
            FollowCases cases, Obligations obligations, ObligationPolicies policies, FollowFaults.Alarm alarm) {
        return new FollowFaults(cases, obligations, policies, alarm);
    }

    @Bean
    FollowOutcomes followOutcomes(
            DecideMembership memberships, FollowObligations obligations, FollowFaults.Alarm alarm) {
        return new FollowOutcomes(memberships, obligations, alarm);
    }

    @Bean
    MoveProgrammeClock moveProgrammeClock(ProgrammeClocks clocks, ClockProperties clockProperties) {
        return new MoveProgrammeClock(clocks, clockProperties.movable(), clock);
    }
}
