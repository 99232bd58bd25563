package org.trustedtrader.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The platform as one caller sees it. Every POST carries a fresh Idempotency-Key, every change the version that was read;
 * a refusal is an answer, not an exception.
 */
public final class Api {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final int RACES = 20;

    private final Transport transport;
    private final URI base;
    private final String who;
    private final Supplier<String> token;

    public Api(Transport transport, URI base, String who, Supplier<String> token) {
        this.transport = transport;
        this.base = base;
        this.who = who;
        this.token = token;
    }

    public String who() {
        return who;
    }

    public Reply get(String path) {
        return send(request("GET", path, null), path);
    }

    /** Makes something new, or asks a question that is too long for an address. */
    public Reply post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** The same key with the same body is the same command, however often it is sent. */
    public Reply post(String path, Object body, String key) {
        return send(request("POST", path, body).header("Idempotency-Key", key), path);
    }

    /** A POST that changes what was read at this version. */
    public Reply post(String path, @Nullable Object body, String key, long version) {
        return send(matching(request("POST", path, body).header("Idempotency-Key", key), version), path);
    }

    public Reply put(String path, Object body, long version) {
        return send(matching(request("PUT", path, body).header("Idempotency-Key", newKey()), version), path);
    }

    /**
     * Reads the resource, then states an intent about it: {@code POST <resource>/<intent>}. If the resource moved on in
     * between, reads it again, since the platform itself follows events while people work.
     */
    public Reply intend(String resource, String intent, @Nullable Object body) {
        return untilNotStale(resource, version -> post(resource + "/" + intent, body, newKey(), version));
    }

    /** Like {@link #intend}, for a PUT on the resource or on a part of it. */
    public Reply change(String resource, String part, Object body) {
        return untilNotStale(resource, version -> put(resource + part, body, version));
    }

    /** Like {@link #intend}, for a file. */
    public Reply attach(String resource, String part, String mediaType, byte[] content) {
        return untilNotStale(resource, version -> {
            var request = HttpRequest.newBuilder(URI.create(base + resource + part))
                    .header("Content-Type", mediaType)
                    .header("Idempotency-Key", newKey())
                    .POST(BodyPublishers.ofByteArray(content));
            return send(matching(prepared(request), version), resource + part);
        });
    }

    /** Sends any request of the caller's making, for example one with a forged header. */
    public Reply send(HttpRequest.Builder request, String path) {
        var ready = request.build();
        var call = who + ": " + ready.method() + " " + path;
        try {
            var response = transport.send(ready);
            if (response.statusCode() == 401 && hasNewerTokenThan(ready)) {
                response = transport.send(bearing(request).build());
            }
            return new Reply(call, response.statusCode(), response.headers(), parsed(response.body()));
        } catch (IOException e) {
            throw new UnreachableException(call + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException(call + " was interrupted", e);
        }
    }

    /** A request to that path with this caller's token, ready for more headers. */
    public HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return prepared(request);
    }

    private HttpRequest.Builder prepared(HttpRequest.Builder request) {
        return bearing(request)
                .header("Accept", "application/json, application/problem+json")
                .timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder bearing(HttpRequest.Builder request) {
        var bearer = token.get();
        return bearer.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + bearer);
    }

    /** A request that waited long for an answer may have outlived its token. */
    private boolean hasNewerTokenThan(HttpRequest request) {
        var bearer = token.get();
        return !bearer.isEmpty()
                && request.headers()
                        .firstValue("Authorization")
                        .filter(sent -> !sent.equals("Bearer " + bearer))
                        .isPresent();
    }

    private Reply untilNotStale(String resource, LongFunction<Reply> change) {
        var reply = change.apply(get(resource).expect(200).version());
        for (int race = 0; reply.status() == 412 && race < RACES; race++) {
            reply = change.apply(get(resource).expect(200).version());
        }
        return reply;
    }

    private static HttpRequest.Builder matching(HttpRequest.Builder request, long version) {
        return request.header("If-Match", "\"" + version + "\"");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode parsed(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
