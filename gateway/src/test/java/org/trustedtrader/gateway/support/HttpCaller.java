package org.trustedtrader.gateway.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody outside, with a cookie jar; follows no redirects. */
public final class HttpCaller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String gateway;

    public HttpCaller(int port) {
        this.gateway = "http://127.0.0.1:" + port;
    }

    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        /** The end of the problem's type; fails unless the answer is a whole problem document with this status. */
        public String problem() {
            JsonNode document = json();
            if (!header("Content-Type").equals("application/problem+json")
                    || document.path("status").asInt() != status()
                    || document.path("title").asString("").isEmpty()
                    || document.path("detail").asString("").isEmpty()
                    || !document.path("traceId").asString("").matches("[0-9a-f]{32}")) {
                throw new AssertionError("Not a problem document: " + status() + " " + body());
            }
            return document.path("type").asString().replace("urn:ttp:problem:", "");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway).resolve(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public Answer form(String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return post(path, body, all);
    }

    /** Signs in at the stub issuer as a browser would. */
    public HttpCaller signIn(StubIssuer issuer) {
        Answer back = signIn(issuer, get("/oauth2/authorization/keycloak"));
        if (back.status() != 302 || !back.header("Location").equals("/")) {
            throw new AssertionError("The sign-in failed: " + back.status() + " " + back.header("Location"));
        }
        return this;
    }

    /**
     * Comes back from the stub issuer.
     *
     * @param toKeycloak the answer that sent the browser there
     */
    public Answer signIn(StubIssuer issuer, Answer toKeycloak) {
        Map<String, String> request =
                StubIssuer.form(URI.create(toKeycloak.header("Location")).getRawQuery());
        return get("/login/oauth2/code/keycloak?code=" + issuer.code(request) + "&state="
                + URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8));
    }
}
