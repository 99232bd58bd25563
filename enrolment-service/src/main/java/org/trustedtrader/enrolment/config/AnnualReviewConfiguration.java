package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.annualreview.FileAnnualReview;
import org.trustedtrader.enrolment.annualreview.JudgeAnnualReview;
import org.trustedtrader.enrolment.annualreview.OpenAnnualReviews;
import org.trustedtrader.enrolment.annualreview.ReviewObligations;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.obligation.ObligationSource;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicies;

/** The use cases of annual reviews. */
@Configuration(proxyBeanMethods = false)
class AnnualReviewConfiguration {

    private final AnnualReviews reviews;
    private final Supplier<AnnualReviewRules> rules;
    private final Clock clock;

    AnnualReviewConfiguration(AnnualReviews reviews, ProgrammePolicies policies, Clock clock) {
        this.reviews = reviews;
        this.rules = policies.present(p -> p.memberships().annualReviews());
        this.clock = clock;
    }

    @Bean
    OpenAnnualReviews openAnnualReviews() {
        return new OpenAnnualReviews(reviews, rules, clock);
    }

    @Bean
    FileAnnualReview fileAnnualReview(SecurityProfiles profiles, Companies companies) {
        return new FileAnnualReview(reviews, profiles, companies, rules, clock);
    }

    @Bean
    JudgeAnnualReview judgeAnnualReview(MemberReports reports) {
        return new JudgeAnnualReview(reviews, reports, rules, clock);
    }

    @Bean
    ObligationSource reviewObligations(MemberReports reports) {
        return new ReviewObligations(reviews, reports);
    }
}
