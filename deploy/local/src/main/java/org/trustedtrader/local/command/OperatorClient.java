package org.trustedtrader.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway with the token of a demo user. */
final class OperatorClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String gateway;
    private final String token;

    private OperatorClient(HttpClient http, String gateway, String token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    static OperatorClient signIn(LocalSettings settings, String user) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=demo-cli&client_secret=demo-only-demo-cli"
                        + "&username=" + user + "&password=demo-only-" + user))
                .build();
        String token = JSON.readTree(send(http, request)).path("access_token").asString();
        return new OperatorClient(http, settings.gatewayUrl(), token);
    }

    JsonNode get(String path) throws InterruptedException {
        return JSON.readTree(send(http, request(path).GET().build()));
    }

    void post(String path) throws InterruptedException {
        send(
                http,
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + token);
    }

    private static String send(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LauncherException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new LauncherException(request.uri() + " does not answer. Does the platform run? ./ttp status", e);
        }
    }
}
