package org.trustedtrader.assessment.config;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.assessment.config.files.ThreatListReader;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.threatlist.PreviewThreatList;
import org.trustedtrader.platform.publication.DocumentKind;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.ProposeVersion;
import org.trustedtrader.platform.publication.PublishVersion;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.publication.web.DocumentController.Documents;
import org.trustedtrader.platform.security.AccountStatus;

/** The published lists of threat levels, and the risk model that rates by the one in force. */
@Configuration(proxyBeanMethods = false)
class ThreatListConfiguration {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final DocumentVersions versions;
    private final Clock clock;

    ThreatListConfiguration(@Qualifier("threatListVersions") DocumentVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @Bean
    PublishedDocuments<ThreatLevels> threatLists(AssessmentProperties properties) {
        return new PublishedDocuments<>(
                versions,
                List.of(ThreatListReader.shipped(properties.threatLevels())),
                (file, _) -> ThreatListReader.read(file),
                KEPT_FOR);
    }

    @Bean
    RiskModel riskModel(PublishedDocuments<ThreatLevels> lists) {
        return new RiskModel(() -> lists.at(clock.instant()).content());
    }

    @Bean
    PreviewThreatList previewThreatList(PublishedDocuments<ThreatLevels> lists, Assessments assessments) {
        return new PreviewThreatList(lists, assessments);
    }

    /** @param lead longer than what was published is kept for, so that every replica knows a list before its day */
    @Bean
    Documents threatListDocuments(
            PublishedDocuments<ThreatLevels> lists,
            AccountStatus accounts,
            @Value("${ttp.assessment.policy.lead:5m}") Duration lead) {
        return new Documents(
                "/v1/threat-lists",
                ThreatListReader.schema(),
                lists,
                new ProposeVersion(versions, lists.shipped(), clock),
                new PublishVersion(lists, new DocumentKind("threat-list", lead), accounts, clock));
    }
}
