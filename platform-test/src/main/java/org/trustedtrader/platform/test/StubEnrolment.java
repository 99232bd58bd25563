package org.trustedtrader.platform.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Enrolment for services whose tests have no stub of their own: it knows of no region access, and is unavailable for everything
 * else.
 */
final class StubEnrolment {

    private static final StubEnrolment RUNNING = new StubEnrolment();

    private final HttpServer server;

    private StubEnrolment() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, 503, "{}"));
        server.createContext("/internal/region-accesses", exchange -> answer(exchange, 200, "{\"accesses\":[]}"));
        server.start();
    }

    static StubEnrolment running() {
        return RUNNING;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
