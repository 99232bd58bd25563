package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.enrolment.programmepolicy.PreviewProgrammePolicy;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicies;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicy;
import org.trustedtrader.platform.publication.DocumentKind;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.ProposeVersion;
import org.trustedtrader.platform.publication.PublishVersion;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.publication.web.DocumentController.Documents;
import org.trustedtrader.platform.security.AccountStatus;

/** The programme's policy: what ships, what was published since, and who publishes it. */
@Configuration(proxyBeanMethods = false)
class ProgrammePolicyConfiguration {

    /** What was a setting before the policy was published as a document. */
    private static final List<String> FORMER_SETTINGS = List.of(
            "service-standard",
            "reply-days",
            "eligibility",
            "reapplication",
            "membership",
            "compliance",
            "change-reports",
            "identifiers",
            "annual-review");

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final DocumentVersions versions;
    private final ProgrammePolicyReader reader = new ProgrammePolicyReader();
    private final Clock clock;

    /** @throws IllegalStateException if a value of the policy is still set as a setting, which would be ignored */
    ProgrammePolicyConfiguration(
            @Qualifier("programmePolicyVersions") DocumentVersions versions, Clock clock, Environment environment) {
        this.versions = versions;
        this.clock = clock;
        var binder = Binder.get(environment);
        for (var name : FORMER_SETTINGS) {
            if (binder.bind("ttp.enrolment." + name, Bindable.mapOf(String.class, String.class))
                    .isBound()) {
                throw new IllegalStateException(
                        "ttp.enrolment." + name + " is no setting any more. Remove it, and publish"
                                + " its values as a programme policy (docs/policy.md).");
            }
        }
    }

    @Bean
    PublishedDocuments<ProgrammePolicy> programmePolicyVersionsInForce() {
        return new PublishedDocuments<>(versions, List.of(reader.shipped()), (file, _) -> reader.read(file), KEPT_FOR);
    }

    @Bean
    ProgrammePolicies programmePolicies(PublishedDocuments<ProgrammePolicy> documents) {
        return new ProgrammePolicies(documents, clock);
    }

    @Bean
    PreviewProgrammePolicy previewProgrammePolicy(
            PublishedDocuments<ProgrammePolicy> documents,
            ProgrammePolicies policies,
            Memberships memberships,
            Obligations obligations,
            ComplianceCases cases) {
        return new PreviewProgrammePolicy(
                documents, policies, new PreviewProgrammePolicy.MemberRecords(memberships, obligations, cases));
    }

    /** @param lead longer than what was published is kept for, so that every replica knows a version before its day */
    @Bean
    Documents programmePolicyDocuments(
            PublishedDocuments<ProgrammePolicy> documents,
            AccountStatus accounts,
            @Value("${ttp.enrolment.policy.lead:5m}") Duration lead) {
        return new Documents(
                "/v1/programme-policies",
                reader.schema(),
                documents,
                new ProposeVersion(versions, documents.shipped(), clock),
                new PublishVersion(documents, new DocumentKind("programme-policy", lead), accounts, clock));
    }
}
