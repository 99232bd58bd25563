package org.trustedtrader.gateway.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.gateway.*}.
 *
 * @param url            the gateway's address as browsers see it; sign-in always returns there
 * @param sessionIdle    after this time without a request a browser's session ends
 * @param maxSessions    how many browsers may have signed in at once
 * @param routes         for each service the paths that it answers
 * @param passedHeaders  the request headers that a service gets to see; all others end here
 * @param bodyLimit      how large a request body may be
 * @param bodyPatience   within this time a request body has to come, and longer the more of it has come, at
 * @param bodyRate       bytes a second
 * @param answerWithin   how long a service may be silent, from the end of the body, before its answer is given up
 * @param answerIdle     how long an answer that has begun may stand still, be it for the service or for the caller, before it is cut off
 * @param circuitBreaker when a silent service is not asked any more
 * @param larger         what may be larger or take longer
 */
@Validated
@ConfigurationProperties("ttp.gateway")
public record GatewayProperties(
        @NotNull URI url,
        @NotNull Duration sessionIdle,
        @DefaultValue("20000") @Positive int maxSessions,
        @NotEmpty Map<String, List<String>> routes,
        @NotEmpty List<String> passedHeaders,
        @NotNull DataSize bodyLimit,
        @DefaultValue("10s") Duration bodyPatience,
        @DefaultValue("16KB") DataSize bodyRate,
        @DefaultValue("8s") Duration answerWithin,
        @DefaultValue("60s") Duration answerIdle,
        @DefaultValue @Valid CircuitBreaker circuitBreaker,
        @DefaultValue List<@Valid Larger> larger) {

    /**
     * For each service: when half of the last {@code window} requests (at least {@code atLeast}) were not answered in time.
     *
     * @param pause how long nobody is let through then, before some are again, to see
     */
    public record CircuitBreaker(
            @DefaultValue("20") @Positive int window,
            @DefaultValue("4") @Positive int atLeast,
            @DefaultValue("3s") Duration pause) {}

    /**
     * Uploads and lists.
     *
     * @param paths        path patterns
     * @param most         how large a request body may be on them
     * @param answerWithin how long the service may be silent; as elsewhere if it is not given
     */
    public record Larger(
            @NotEmpty List<String> paths,
            @NotNull DataSize most,
            @Nullable Duration answerWithin) {}

    /** The cookie that holds the id of a browser's session, and nothing else. */
    public static final String SESSION_COOKIE = "TTP_SESSION";

    public boolean https() {
        return "https".equals(url.getScheme());
    }

    /** The address with a path; {@code path} begins with a slash. */
    public String at(String path) {
        return url.resolve(path).toString();
    }
}
