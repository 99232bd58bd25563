package org.trustedtrader.assessment.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may change by policy.
 *
 * @param catalogues    folders of the catalogue's versions on the class path
 * @param threatLevels  the file of threat levels on the class path
 * @param actionDueDays days for a corrective action
 */
@ConfigurationProperties("ttp.assessment")
record AssessmentProperties(
        @DefaultValue("catalogue/2026.1") List<String> catalogues,
        @DefaultValue("threat-levels.yaml") String threatLevels,
        @DefaultValue("90") int actionDueDays,
        @DefaultValue Evidence evidence) {

    /**
     * @param forgottenAfter how long stored bytes may wait for an assessment to refer to them
     */
    record Evidence(
            @DefaultValue({"application/pdf", "image/png", "image/jpeg"})
            Set<String> contentTypes,

            @DefaultValue("10MB") DataSize largest,
            @DefaultValue("1h") Duration forgottenAfter) {}
}
