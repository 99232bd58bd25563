package org.trustedtrader.benefits;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Enrolment's change feed without an entry: a consumer that catches up has missed nothing. */
public final class EmptyFeed {

    private static final byte[] PAGE = "{\"events\":[],\"next\":\"\",\"more\":false}".getBytes(StandardCharsets.UTF_8);

    private EmptyFeed() {}

    /** Starts it on a free port of this machine, for as long as the tests run. */
    public static String url() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/changes/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
