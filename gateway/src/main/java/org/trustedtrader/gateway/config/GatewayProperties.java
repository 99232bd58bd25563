package org.trustedtrader.gateway.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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
 * @param routes         for each service the paths that it answers
 * @param passedHeaders  the request headers that a service gets to see; all others end here
 * @param bodyLimit      how large a request body may be
 * @param answerWithin   how long a service may be silent before its answer is given up
 * @param larger         what may be larger or take longer
 */
@Validated
@ConfigurationProperties("ttp.gateway")
public record GatewayProperties(
        @NotNull URI url,
        @NotNull Duration sessionIdle,
        @NotEmpty Map<String, List<String>> routes,
        @NotEmpty List<String> passedHeaders,
        @NotNull DataSize bodyLimit,
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue List<@Valid Larger> larger) {

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
