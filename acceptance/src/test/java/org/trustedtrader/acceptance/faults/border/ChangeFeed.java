package org.trustedtrader.acceptance.faults.border;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The newest event of each aggregate in the order of change, by HTTP, from a server that can be killed or hung half-open. */
final class ChangeFeed implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/internal/changes/";

    private final Map<String, EnrolmentEvent> newest = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private @Nullable HttpServer server;
    private boolean hung;

    ChangeFeed() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void add(EnrolmentEvent letter) {
        newest.remove(letter.subject());
        newest.put(letter.subject(), letter);
    }

    /** Connections are refused. */
    synchronized void kill() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Connections are accepted, and nothing is ever said on them. */
    synchronized void hang() {
        hung = true;
    }

    synchronized void mend() {
        hung = false;
        notifyAll();
        if (server == null) {
            server = listen(port);
        }
    }

    private HttpServer listen(int at) {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            listening.setExecutor(threads);
            listening.createContext(PATH, this::answer);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isReached()) {
                return;
            }
            var query = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 1 ? "" : pair[1]));
            var body = JSON.writeValueAsBytes(page(
                    exchange.getRequestURI().getPath().substring(PATH.length()),
                    query.getOrDefault("after", ""),
                    Long.parseLong(query.get("overlapSeconds")),
                    Integer.parseInt(query.get("limit"))));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** @return false for a request that hung; it is never answered, only cut off when all is mended */
    private synchronized boolean isReached() {
        if (!hung) {
            return true;
        }
        try {
            while (hung) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized Map<String, Object> page(String aggregate, String after, long overlapSeconds, int limit) {
        var from = after.isEmpty() ? new long[] {0, 0} : cursor(after);
        List<EnrolmentEvent> found = newest.values().stream()
                .filter(letter -> letter.aggregate().equals(aggregate))
                .filter(letter -> overlapSeconds == 0
                        ? letter.sequence() > from[1]
                        : letter.time().toEpochMilli() >= from[0] - overlapSeconds * 1_000)
                .toList();
        var page = found.stream().limit(limit).toList();
        var next = page.isEmpty()
                ? after
                : page.getLast().time().toEpochMilli() + "_" + page.getLast().sequence();
        return Map.of(
                "events",
                page.stream().map(EnrolmentEvent::entry).toList(),
                "next",
                next,
                "more",
                found.size() > page.size());
    }

    private static long[] cursor(String text) {
        return Arrays.stream(text.split("_")).mapToLong(Long::parseLong).toArray();
    }

    @Override
    public void close() {
        kill();
        mend();
        kill();
        threads.shutdownNow();
    }
}
