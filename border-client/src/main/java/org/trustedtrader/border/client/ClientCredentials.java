package org.trustedtrader.border.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens by a client's own credentials (RFC 6749 §4.4), each used until shortly before it expires. */
public final class ClientCredentials implements Supplier<String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final HttpRequest request;
    private @Nullable String token;
    private long until;

    /** @param endpoint such as {@code https://id.example/realms/trusted-trader/protocol/openid-connect/token} */
    public ClientCredentials(URI endpoint, String client, String secret) {
        var pair = encoded(client) + ":" + encoded(secret);
        this.request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    @Override
    public synchronized String get() {
        var now = System.nanoTime();
        var present = token;
        if (present != null && now - until < 0) {
            return present;
        }
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("No token was given: " + answer.statusCode());
            }
            var granted = JSON.readTree(answer.body());
            var fresh = granted.required("access_token").asString();
            token = fresh;
            until = now
                    + Duration.ofSeconds(granted.path("expires_in").asLong(0))
                            .minus(MARGIN)
                            .toNanos();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a token.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
