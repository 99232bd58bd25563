package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.changereport.ChangeReports;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.letter.AnnualReviewLetters;
import org.trustedtrader.enrolment.letter.ApplicationLetters;
import org.trustedtrader.enrolment.letter.CaseLetters;
import org.trustedtrader.enrolment.letter.ChangeReportLetters;
import org.trustedtrader.enrolment.letter.IdentifierLetters;
import org.trustedtrader.enrolment.letter.IssueLetters;
import org.trustedtrader.enrolment.letter.LetterSource;
import org.trustedtrader.enrolment.letter.Letters;
import org.trustedtrader.enrolment.letter.MembershipLetters;
import org.trustedtrader.enrolment.letter.ObligationLetters;
import org.trustedtrader.enrolment.letter.ServeLetters;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicies;

/** The use cases of letters. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

    private final ProgrammePolicies policies;
    private final Clock clock;

    LetterConfiguration(ProgrammePolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Bean
    LetterSource applicationLetters(MembershipApplications applications) {
        return new ApplicationLetters(applications);
    }

    @Bean
    LetterSource membershipLetters(Memberships memberships) {
        return new MembershipLetters(
                memberships, policies.present(p -> p.applications().reapplication()), clock);
    }

    @Bean
    LetterSource caseLetters(ComplianceCases cases, Companies companies) {
        return new CaseLetters(
                cases, companies, policies.past(p -> p.memberships().cases()));
    }

    @Bean
    LetterSource obligationLetters(Obligations obligations) {
        return new ObligationLetters(obligations);
    }

    @Bean
    LetterSource changeReportLetters(ChangeReports reports) {
        return new ChangeReportLetters(reports);
    }

    @Bean
    LetterSource annualReviewLetters(AnnualReviews reviews) {
        return new AnnualReviewLetters(reviews);
    }

    @Bean
    LetterSource identifierLetters(Companies companies) {
        return new IdentifierLetters(companies);
    }

    @Bean
    IssueLetters issueLetters(Letters letters, Companies companies, List<LetterSource> sources) {
        var rules = policies.present(
                p -> new IssueLetters.LetterRules(p.memberships().cases().deemedServedDays()));
        return new IssueLetters(letters, companies, sources, rules, clock);
    }

    @Bean
    ServeLetters serveLetters(Letters letters, ComplianceCases cases, FollowCases followCases) {
        return new ServeLetters(letters, cases, followCases, clock);
    }
}
