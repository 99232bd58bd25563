package org.trustedtrader.acceptance.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Where a running platform is.
 *
 * @param gateway the one address that callers use
 * @param issuer  the realm at which they sign in
 * @param broker  where events pass; used only by the cheat who replays an old one
 */
public record Platform(URI gateway, URI issuer, Broker broker) {

    /** @param exchange the topic exchange that all events go through */
    public record Broker(URI url, String exchange) {}

    /** From {@code TTP_GATEWAY_URL}, {@code TTP_ISSUER} and {@code TTP_RABBITMQ_URL}, with the launcher's defaults. */
    public static Platform of(Map<String, String> environment) {
        return new Platform(
                URI.create(environment.getOrDefault("TTP_GATEWAY_URL", "http://127.0.0.1:8080")),
                URI.create(environment.getOrDefault("TTP_ISSUER", "http://127.0.0.1:8180/realms/trusted-trader")),
                new Broker(
                        URI.create(environment.getOrDefault("TTP_RABBITMQ_URL", "amqp://guest:guest@127.0.0.1:5673")),
                        environment.getOrDefault("TTP_RABBITMQ_EXCHANGE", "ttp.events")));
    }

    public Callers callers() {
        return callers(straight());
    }

    public Callers callers(Transport transport) {
        return new Callers(transport, gateway, new AccessTokens(straight(), issuer));
    }

    /** One attempt per request. */
    public static Transport straight() {
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return request -> http.send(request, BodyHandlers.ofByteArray());
    }
}
