package org.trustedtrader.enrolment.config;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.CheckAtIntake;
import org.trustedtrader.enrolment.application.CloseApplications;
import org.trustedtrader.enrolment.application.DecideApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.PrepareApplication;
import org.trustedtrader.enrolment.application.ReplyToProgramme;
import org.trustedtrader.enrolment.application.ReviewApplication;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.application.ShowProgress;
import org.trustedtrader.enrolment.application.SubmitApplication;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.security.AccountStatus;

@Configuration
@EnableConfigurationProperties(EnrolmentSettings.class)
class ApplicationUseCases {

    private final EnrolmentSettings settings;
    private final MembershipApplications applications;
    private final Companies companies;
    private final Clock clock;

    ApplicationUseCases(
            EnrolmentSettings settings, MembershipApplications applications, Companies companies, Clock clock) {
        this.settings = settings;
        this.applications = applications;
        this.companies = companies;
        this.clock = clock;
    }

    @Bean
    PrepareApplication prepareApplication() {
        return new PrepareApplication(applications, companies, clock);
    }

    @Bean
    SubmitApplication submitApplication() {
        return new SubmitApplication(
                applications, companies, settings.eligibility().toThresholds(), clock);
    }

    @Bean
    CheckAtIntake checkAtIntake() {
        return new CheckAtIntake(applications, settings.replyDays().toDeadlines(), clock);
    }

    @Bean
    ReviewApplication reviewApplication() {
        return new ReviewApplication(applications, settings.replyDays().toDeadlines(), clock);
    }

    @Bean
    ReplyToProgramme replyToProgramme(ReviewReports reports) {
        return new ReplyToProgramme(applications, reports, clock);
    }

    @Bean
    DecideApplication decideApplication(ReviewReports reports, AccountStatus accounts) {
        return new DecideApplication(
                applications, reports, accounts, settings.replyDays().toDeadlines(), settings.termsVersion(), clock);
    }

    @Bean
    FollowReview followReview(ReviewReports reports) {
        return new FollowReview(applications, reports, clock);
    }

    @Bean
    CloseApplications closeApplications() {
        return new CloseApplications(applications, clock);
    }

    @Bean
    ShowProgress showProgress(ReviewReports reports) {
        var standards = new ShowProgress.ProgressSettings(
                settings.serviceStandard().toStandard(), settings.eligibility().toThresholds());
        return new ShowProgress(applications, companies, reports, standards, clock);
    }
}
