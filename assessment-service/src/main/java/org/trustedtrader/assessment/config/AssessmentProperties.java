package org.trustedtrader.assessment.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may change by policy.
 *
 * @param catalogues    folders of the catalogue's versions on the class path
 * @param threatLevels  the file of threat levels on the class path
 * @param siteMeasures  the file of the measures that are asked of every site
 * @param actionDueDays days for a corrective action
 */
@ConfigurationProperties("ttp.assessment")
@Validated
record AssessmentProperties(
        @DefaultValue({"catalogue/2026.1", "catalogue/2026.2", "catalogue/2026.3"}) @NotEmpty
        List<String> catalogues,

        @DefaultValue("threat-levels.yaml") String threatLevels,
        @DefaultValue("site-measures.yaml") String siteMeasures,
        @DefaultValue("90") @Min(1) int actionDueDays,
        @DefaultValue @Valid Evidence evidence) {

    /**
     * @param total          of all files of one assessment, those that are being sent among them
     * @param forgottenAfter how long stored bytes may wait for an assessment to refer to them
     */
    record Evidence(
            @DefaultValue({"application/pdf", "image/png", "image/jpeg"}) @NotEmpty
            Set<String> contentTypes,

            @DefaultValue("10MB") DataSize largest,
            @DefaultValue("500MB") DataSize total,
            @DefaultValue("1h") Duration forgottenAfter) {}
}
