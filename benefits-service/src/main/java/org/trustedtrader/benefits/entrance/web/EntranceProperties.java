package org.trustedtrader.benefits.entrance.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.benefits.lane.*}: the border's own entrance.
 *
 * @param port                      0 for no entrance
 * @param address                   the address to bind; empty for that of the ordinary port
 * @param maxConnections            a further one is answered 503, unless one without a valid token, or an idle one, can be closed for it
 * @param maxConnectionsPerClient   of one client, whatever its tokens; a further one closes its longest idle one, or is answered 429.
 *                                  A quarter of all, so that no client, nor three, can keep the others out; at 10 ms an answer it carries 25,000 requests a second
 * @param maxAnonymousPerAddress    connections of one address that have shown no valid token yet; a further one closes the oldest
 * @param maxAtWork                 requests that may wait at once (for a token check, a disk, history); beyond it 503
 * @param maxTokenChecks            checks at once of tokens on connections that have shown no valid one yet; beyond it 503. A check takes
 *                                  less than a millisecond, so that 16 suffice for all replicas of a border that reconnects
 * @param requestTimeout            for the first request, for a request to arrive, and for an answer to be read
 * @param idleTimeout               of a connection that has shown a valid token
 * @param requestsPerSecond         of one client on all its connections, twice as many in a burst, beyond it 429; 0 for no limit
 * @param sslBundle                 name of a {@code spring.ssl.bundle} to serve TLS with; empty for plain HTTP
 */
@Validated
@ConfigurationProperties("ttp.benefits.lane")
record EntranceProperties(
        @DefaultValue("8114") @Min(0) @Max(65_535) int port,
        @DefaultValue("") @NotNull String address,
        @DefaultValue("1000") @Positive int maxConnections,
        @DefaultValue("250") @Positive int maxConnectionsPerClient,
        @DefaultValue("100") @Positive int maxAnonymousPerAddress,
        @DefaultValue("256") @Positive int maxAtWork,
        @DefaultValue("16") @Positive int maxTokenChecks,
        @DefaultValue("10s") @NotNull Duration requestTimeout,
        @DefaultValue("65s") @NotNull Duration idleTimeout,
        @DefaultValue("10000") @PositiveOrZero int requestsPerSecond,
        @DefaultValue("") @NotNull String sslBundle) {}
