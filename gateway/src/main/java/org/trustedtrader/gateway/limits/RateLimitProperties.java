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
 * @param strangers callers without a sign-in, by network address
 * @param signOuts  Keycloak's reports of ended sessions, by network address and beside {@code strangers}: it sends one for each
 *                  session, many at once when an account or the realm is signed out
 */
@Validated
@ConfigurationProperties("ttp.rates")
record RateLimitProperties(
        @NotNull Rate callers,
        @NotNull Rate border,
        @NotNull Rate strangers,
        @NotNull Rate signOuts) {

    record Rate(@Positive long perSecond, @Positive long burst) {}
}
