package org.trustedtrader.gateway.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A service that answers everything and remembers it. {@code /v1/…/slow} is not answered before {@link #close()},
 * {@code /v1/…/late} after a second and a half, of {@code /v1/…/stream} only the first line is;
 * {@code /v3/api-docs} is an OpenAPI document, as large as that of a service, that names the service's own address.
 */
public final class StubService implements AutoCloseable {

    public record Received(String method, String path, Headers headers, int bodyLength) {
        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Longer than the tests' gateways wait. */
    private static final Duration LATE = Duration.ofMillis(1500);

    private final HttpServer server;
    private final String name;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    private StubService(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    public static StubService running(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            StubService service = new StubService(name, server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", service::answer);
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The last request; only valid after the answer has come. */
    public Received last() {
        Received last = null;
        for (Received next = received.poll(); next != null; next = received.poll()) {
            last = next;
        }
        if (last == null) {
            throw new AssertionError(name + " received nothing");
        }
        return last;
    }

    public boolean receivedNothing() {
        return received.isEmpty();
    }

    /** Returns when a request has arrived, whether it was answered or not. */
    public void awaitOne() throws InterruptedException {
        received.take();
    }

    public void forget() {
        received.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        int length = exchange.getRequestBody().readAllBytes().length;
        String path = exchange.getRequestURI().toString();
        received.add(new Received(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), length));
        if (path.endsWith("/slow")) {
            waitForTheEnd();
        }
        if (path.endsWith("/late")) {
            waitForTheEnd(LATE);
        }
        if (path.endsWith("/stream")) {
            stream(exchange);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Set-Cookie", "from-service=1");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("first\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        waitForTheEnd();
        exchange.close();
    }

    private String body(String path) {
        return path.equals("/v3/api-docs")
                ? """
                {"openapi":"3.1.0","info":{"title":"%s","version":"1","description":"%s"},"servers":[{"url":"%s"}],"paths":{}}""".formatted(name, "a".repeat(600_000), url())
                : "{\"service\":\"" + name + "\"}";
    }

    private void waitForTheEnd() {
        waitForTheEnd(Duration.ofDays(1));
    }

    private void waitForTheEnd(Duration atMost) {
        try {
            closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
