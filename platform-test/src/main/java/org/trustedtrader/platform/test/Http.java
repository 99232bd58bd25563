package org.trustedtrader.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small HTTP client for tests: {@code http.post("/v1/applications").by(token).json(body).send()}. A POST carries a fresh
 * Idempotency-Key unless the test sets one or says {@link Call#withoutKey()}.
 */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Supplier<String> base;

    private Http(Supplier<String> base) {
        this.base = base;
    }

    public static Http to(int port) {
        return new Http(() -> "http://127.0.0.1:" + port);
    }

    public static Http to(Supplier<String> base) {
        return new Http(base);
    }

    public Call get(String path) {
        return new Call("GET", path);
    }

    public Call post(String path) {
        return new Call("POST", path).key(UUID.randomUUID().toString());
    }

    public Call put(String path) {
        return new Call("PUT", path);
    }

    public Call delete(String path) {
        return new Call("DELETE", path);
    }

    /** Any method; no headers are added. */
    public Call call(String method, String path) {
        return new Call(method, path);
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The version in the ETag. */
        public long version() {
            return Long.parseLong(header("ETag").replace("\"", ""));
        }

        /** The last part of a problem's type, such as {@code stale-version}; empty if this is no problem document. */
        public String problem() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("type").asString("").replace("urn:ttp:problem:", "")
                    : "";
        }

        /** For a later {@code GET}: the path of the thing that was created. */
        public String location() {
            return URI.create(header("Location")).getPath();
        }
    }

    /** A request that is being put together. */
    public final class Call {

        private final HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(30));
        private final String method;
        private final String path;
        private @Nullable String key;
        private byte[] body = {};

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
        }

        public Call by(String token) {
            request.setHeader("Authorization", "Bearer " + token);
            return this;
        }

        public Call by(TestTokens caller) {
            return by(caller.token());
        }

        public Call key(String idempotencyKey) {
            key = idempotencyKey;
            return this;
        }

        public Call withoutKey() {
            key = null;
            return this;
        }

        public Call ifMatch(long version) {
            return header("If-Match", "\"" + version + "\"");
        }

        public Call header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        /** @param content anything that Jackson can write, or JSON text as a String */
        public Call json(Object content) {
            return body(
                    "application/json",
                    content instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(content));
        }

        public Call body(String type, byte[] content) {
            body = content;
            return header("Content-Type", type);
        }

        boolean hasBody() {
            return body.length > 0;
        }

        public Answer send() {
            if (key != null) {
                request.setHeader("Idempotency-Key", key);
            }
            request.uri(URI.create(base.get() + path))
                    .method(
                            method,
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            try {
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                throw new IllegalStateException(method + " " + path + " was not answered", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
