package org.trustedtrader.benefits.config;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.decision.DecisionKind;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersionTimeout;
import org.trustedtrader.benefits.decision.ReviewDecision;
import org.trustedtrader.benefits.eligibility.AnswerEligibility;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.benefits.entitlement.ReadEntitlements;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.inbox.ReplicationLag;

/** The parts put together; none of them knows of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BenefitsSettings.class)
class BenefitsParts {

    @Bean
    Lease lease(Clock clock, ReplicationLag freshness, BenefitsSettings settings) {
        var reach =
                new Lease.Reach(Duration.ofDays(settings.oldestQuestion()), Duration.ofDays(settings.latestQuestion()));
        return new Lease(clock, () -> oldest(freshness), settings.lease(), reach);
    }

    @Bean
    MinVersionTimeout minVersionTimeout(BenefitsSettings settings) {
        return new MinVersionTimeout(settings.minVersionWait());
    }

    /** Memberships and cards come from enrolment; partners' members may have been changed by another replica of this service. */
    private static Duration oldest(ReplicationLag freshness) {
        var members = freshness.age("enrolment");
        var partners = freshness.age("benefits");
        return members.compareTo(partners) > 0 ? members : partners;
    }

    @Bean
    AnswerFromMemory answerFromMemory(BorderStatus status, Lease lease, Journal journal) {
        return new AnswerFromMemory(status, lease, journal);
    }

    @Bean
    AnswerEligibility answerEligibility(BorderStatus status, PolicyBook policies, Lease lease, Journal journal) {
        return new AnswerEligibility(status, policies, lease, journal);
    }

    @Bean
    DecideCrossing decideCrossing(
            BorderStatus status, PolicyBook policies, Lease lease, Journal journal, ExaminationKeys keys) {
        return new DecideCrossing(status, policies, lease, journal, keys);
    }

    @Bean
    ReviewDecision reviewDecision(Journal journal, List<DecisionKind> kinds) {
        return new ReviewDecision(journal, kinds);
    }

    @Bean
    ReadEntitlements readEntitlements(BorderStatus status, Lease lease) {
        return new ReadEntitlements(status, lease);
    }
}
