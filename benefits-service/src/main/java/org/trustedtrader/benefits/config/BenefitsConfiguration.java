package org.trustedtrader.benefits.config;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.decision.DecisionKind;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersionTimeout;
import org.trustedtrader.benefits.decision.ReviewDecision;
import org.trustedtrader.benefits.eligibility.AnswerEligibility;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.benefits.entitlement.ReadEntitlements;
import org.trustedtrader.benefits.policy.ApplyPublishedPolicy;
import org.trustedtrader.benefits.policy.PreviewPolicy;
import org.trustedtrader.benefits.policy.PublishPolicy;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.benefits.policy.PublishedPolicy;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.PolicyValidator;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.clock.ProgrammeClock;
import org.trustedtrader.platform.inbox.ReplicationLag;
import org.trustedtrader.platform.publication.DocumentKind;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.ProposeVersion;
import org.trustedtrader.platform.publication.ShippedVersion;
import org.trustedtrader.platform.security.AccountStatus;

/**
 * Wiring of the domain, which does not know Spring. The journal, the live feed and the status in memory are wired apart,
 * because each is opened, closed and configured on its own; one class for all would have some 300 lines.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BenefitsProperties.class)
class BenefitsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(BenefitsConfiguration.class);

    @Bean
    Lease lease(Clock clock, ReplicationLag freshness, BenefitsProperties settings) {
        var reach =
                new Lease.Reach(Duration.ofDays(settings.oldestQuestion()), Duration.ofDays(settings.latestQuestion()));
        return new Lease(clock, () -> oldest(freshness), settings.lease(), reach, machineTime(clock));
    }

    private static UnaryOperator<Instant> machineTime(Clock clock) {
        return clock instanceof ProgrammeClock programme ? programme::machineTime : UnaryOperator.identity();
    }

    @Bean
    MinVersionTimeout minVersionTimeout(BenefitsProperties settings) {
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
    AnswerEligibility answerEligibility(BorderStatus status, PublishedPolicies policies, Lease lease, Journal journal) {
        return new AnswerEligibility(status, policies, lease, journal);
    }

    @Bean
    DecideCrossing decideCrossing(
            BorderStatus status, PublishedPolicies policies, Lease lease, Journal journal, ExaminationKeys keys) {
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

    /**
     * Whole before the first question is asked: what ships with the program, and what was published so far. Read after the
     * starting point, so that nothing before that point is missing.
     */
    @Bean
    @DependsOn("startingPoint")
    PublishedPolicies policyBook(DocumentVersions versions) throws IOException {
        var book = new PublishedPolicies(PolicyFiles.shipped());
        for (var version : versions.published()) {
            if (!PublishedPolicy.isUnderstood(version)) {
                LOG.error(
                        "alarm=policy-not-understood policy={} state={} effectiveFrom={}",
                        version.id(),
                        version.state(),
                        version.draft().effectiveFrom());
            }
            PublishedPolicy.of(version).ifPresent(book::enter);
        }
        return book;
    }

    @Bean
    ApplyPublishedPolicy followPolicies(PublishedPolicies book, BorderStatus status) {
        return new ApplyPublishedPolicy(book, status::policies);
    }

    @Bean
    PolicyValidator policyValidator() {
        return new PolicyValidator();
    }

    @Bean
    ProposeVersion proposePolicy(DocumentVersions versions, Clock clock) throws IOException {
        var shipped = PolicyFiles.shipped().inOrder().stream()
                .map(policy -> new ShippedVersion(policy.version(), policy.effectiveFrom(), PolicyFiles.write(policy)))
                .toList();
        return new ProposeVersion(versions, shipped, clock);
    }

    @Bean
    PublishPolicy publishPolicy(
            DocumentVersions versions, AccountStatus accounts, BenefitsProperties properties, Clock clock) {
        return new PublishPolicy(
                versions,
                accounts,
                new DocumentKind("policy", properties.policy().lead()),
                clock);
    }

    @Bean
    PreviewPolicy previewPolicy(DocumentVersions versions, PublishedPolicies book, BorderStatus status) {
        return new PreviewPolicy(versions, book, status::effects);
    }
}
