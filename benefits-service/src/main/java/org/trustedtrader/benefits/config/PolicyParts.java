package org.trustedtrader.benefits.config;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.trustedtrader.benefits.policy.FollowPolicies;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.benefits.policy.PolicyVersions;
import org.trustedtrader.benefits.policy.PreviewPolicy;
import org.trustedtrader.benefits.policy.ProposePolicy;
import org.trustedtrader.benefits.policy.PublishPolicy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.PolicyValidator;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.security.AccountStatus;

/** The rules and whoever changes them, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyParts {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyParts.class);

    /**
     * Whole before the first question is asked: what ships with the program, and what was published so far. Read after the
     * starting point, so that nothing before that point is missing.
     */
    @Bean
    @DependsOn("startingPoint")
    PolicyBook policyBook(PolicyVersions versions) throws IOException {
        var book = new PolicyBook(PolicyFiles.shipped());
        for (var version : versions.all()) {
            if (!version.isUnderstood()) {
                LOG.error(
                        "alarm=policy-not-understood policy={} state={} effectiveFrom={}",
                        version.id(),
                        version.state(),
                        version.draft().effectiveFrom());
            }
            version.published().ifPresent(book::enter);
        }
        return book;
    }

    @Bean
    FollowPolicies followPolicies(PolicyBook book, BorderStatus status) {
        return new FollowPolicies(book, status::policies);
    }

    @Bean
    PolicyValidator policyFlaws() {
        return new PolicyValidator();
    }

    @Bean
    ProposePolicy proposePolicy(PolicyVersions versions, Clock clock) throws IOException {
        return new ProposePolicy(versions, PolicyFiles.shipped(), clock);
    }

    @Bean
    PublishPolicy publishPolicy(PolicyVersions versions, AccountStatus accounts, PolicySettings settings, Clock clock) {
        return new PublishPolicy(versions, accounts, settings.lead(), clock);
    }

    @Bean
    PreviewPolicy previewPolicy(PolicyVersions versions, PolicyBook book, BorderStatus status) {
        return new PreviewPolicy(versions, book, status::effects);
    }
}
