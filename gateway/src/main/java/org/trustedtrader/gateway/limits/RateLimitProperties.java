package org.trustedtrader.gateway.limits;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.rates.*}: requests per second and the burst above it, for each caller by itself.
 *
 * @param callers   people and partner programs
 * @param border    border systems
 * @param strangers whoever has not signed in, by network address
 */
@Validated
@ConfigurationProperties("ttp.rates")
record RateLimitProperties(
        @NotNull Rate callers,
        @NotNull Rate border,
        @NotNull Rate strangers) {

    record Rate(@Positive long perSecond, @Positive long burst) {}
}
