package org.trustedtrader.benefits.lane.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.benefits.lane.*}.
 *
 * @param port           0 for none at all
 * @param maxConnections whoever comes beyond that many is answered 503
 * @param maxAtWork      how many requests may wait for something at once (a token check, a disk, history); beyond it 503
 * @param requestTimeout how long a request may take to arrive, and an answer to be taken
 * @param idleTimeout    how long a connection may stay without a request
 */
@Validated
@ConfigurationProperties("ttp.benefits.lane")
record LaneSettings(
        @DefaultValue("8114") @Min(0) @Max(65_535) int port,
        @DefaultValue("1000") @Positive int maxConnections,
        @DefaultValue("256") @Positive int maxAtWork,
        @DefaultValue("10s") @NotNull Duration requestTimeout,
        @DefaultValue("65s") @NotNull Duration idleTimeout) {}
