package org.trustedtrader.benefits.config;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lead how long before it is in force a version of the rules must be published at the latest. Not shorter than the
 *             lease, every replica either has heard of it in time or knows that it is behind
 */
@Validated
@ConfigurationProperties("ttp.benefits.policy")
record PolicySettings(@NotNull @DefaultValue("5m") Duration lead) {

    PolicySettings {
        if (lead.isNegative()) {
            throw new IllegalArgumentException("ttp.benefits.policy.lead must not be negative");
        }
    }
}
