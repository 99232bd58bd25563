package org.trustedtrader.bench.border;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.json.JsonMapper;

/** Enrolment's change feed with every change of the run; what was before is in the snapshot. The cursor counts changes. */
final class EnrolmentFeed implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/internal/changes/";

    private final List<Revision> changes = new ArrayList<>();
    private final HttpServer server;

    private record Page(List<Event> events, String next, boolean more) {}

    EnrolmentFeed() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void add(Changes.Change change) {
        changes.add(change.revision());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var aggregate = exchange.getRequestURI().getPath().substring(PATH.length());
        var query = exchange.getRequestURI().getQuery();
        var page = page(aggregate, number(query, "after", 0), (int) number(query, "limit", 200));
        var body = JSON.writeValueAsBytes(page);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Page page(String aggregate, long after, int limit) {
        List<Event> events = new ArrayList<>();
        var at = (int) after;
        for (; at < changes.size() && events.size() < limit; at++) {
            if (changes.get(at).subject().startsWith(aggregate + "/")) {
                events.add(Announced.event(changes.get(at)));
            }
        }
        return new Page(events, Integer.toString(at), at < changes.size());
    }

    private static long number(String query, String name, long otherwise) {
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts[0].equals(name) && parts.length == 2 && !parts[1].isEmpty()) {
                return Long.parseLong(parts[1]);
            }
        }
        return otherwise;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
