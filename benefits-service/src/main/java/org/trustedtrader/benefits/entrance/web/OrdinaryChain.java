package org.trustedtrader.benefits.entrance.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * This service's own ordinary port, asked over loopback for whatever is not plain: what it answers is what the caller gets,
 * to the letter. The token goes with the request and is checked there like any other.
 */
final class OrdinaryChain implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** What belongs to a connection and not to a message, and what the client writes by itself. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @param base such as {@code http://127.0.0.1:8104} */
    OrdinaryChain(String base) {
        this.base = base;
    }

    record Response(int status, Map<String, String> headers, byte[] body) {}

    /** Waits for the answer. @throws IllegalArgumentException if there is no way to send such a request at all */
    Response ask(RequestReader.WholeRequest request) {
        try {
            var answer = http.send(forwarded(request), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (isEndToEnd(name)) {
                    headers.put(name, String.join(", ", values));
                }
            });
            return new Response(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            throw new Refusal.Unavailable(Message.of("border.service-away"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable(Message.of("border.going-down"));
        }
    }

    private HttpRequest forwarded(RequestReader.WholeRequest request) {
        var body = request.length() == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOf(request.body(), request.length()));
        var forwarded = HttpRequest.newBuilder(URI.create(base + request.uri()))
                .timeout(TIMEOUT)
                .method(request.method().name(), body);
        for (var header : request.headers()) {
            if (isEndToEnd(header.getKey())) {
                forwarded.header(header.getKey(), header.getValue());
            }
        }
        return forwarded.build();
    }

    private static boolean isEndToEnd(String name) {
        return !name.startsWith(":") && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
