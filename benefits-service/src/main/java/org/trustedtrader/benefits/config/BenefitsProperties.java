package org.trustedtrader.benefits.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lease          past this age what is known of members is not relied on
 * @param oldestQuestion how many days a question may reach back
 * @param latestQuestion how many days a question may reach ahead
 * @param minVersionWait how long a caller waits for what it has seen already and is not known here yet
 */
@Validated
@ConfigurationProperties("ttp.benefits")
record BenefitsProperties(
        @NotNull Duration lease,
        @Positive int oldestQuestion,
        @Positive int latestQuestion,
        @NotNull @DefaultValue("500ms") Duration minVersionWait,
        @DefaultValue Policy policy) {

    /**
     * @param lead how long before it is in force a version of the rules must be published at the latest. Not shorter than the
     *             lease, every replica either knows it in time or knows that it is behind
     */
    record Policy(@NotNull @DefaultValue("5m") Duration lead) {

        Policy {
            if (lead.isNegative()) {
                throw new IllegalArgumentException("ttp.benefits.policy.lead must not be negative");
            }
        }
    }
}
