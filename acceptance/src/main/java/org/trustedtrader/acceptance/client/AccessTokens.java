package org.trustedtrader.acceptance.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Sign-ins at the realm with the labelled demo secrets. Access tokens live five minutes; each is fetched anew half a minute
 * before it ends.
 */
public final class AccessTokens {

    private static final long MARGIN = Duration.ofSeconds(30).toNanos();

    private final Transport transport;
    private final URI tokenEndpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public AccessTokens(Transport transport, URI issuer) {
        this.transport = transport;
        this.tokenEndpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** The current access token of a demo user. */
    public String user(String name) {
        return current(
                name,
                Map.of(
                        "grant_type", "password",
                        "client_id", "demo-cli",
                        "client_secret", "demo-only-demo-cli",
                        "username", name,
                        "password", "demo-only-" + name));
    }

    /** The current access token of a machine client. */
    public String client(String id) {
        return current(
                id, Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", "demo-only-" + id));
    }

    private String current(String name, Map<String, String> form) {
        return tokens.compute(name, (n, token) -> token != null && token.fresh() ? token : fetch(n, form))
                .value();
    }

    private Token fetch(String name, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var asked = System.nanoTime();
            var response = transport.send(request);
            var answer = Api.JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new UnexpectedResponseException(
                        "Keycloak does not sign in " + name + ": " + response.statusCode() + " "
                                + answer.path("error_description")
                                        .asString(answer.path("error").asString("")));
            }
            var life = Duration.ofSeconds(answer.path("expires_in").asLong(60)).toNanos();
            return new Token(answer.path("access_token").asString(), asked + life - MARGIN);
        } catch (IOException e) {
            throw new UnexpectedResponseException("Keycloak does not answer at " + tokenEndpoint + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException("interrupted while signing in " + name, e);
        }
    }

    private record Token(String value, long freshUntil) {
        boolean fresh() {
            return System.nanoTime() - freshUntil < 0;
        }
    }
}
