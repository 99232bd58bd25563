package org.trustedtrader.benefits.lane.web;

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
import org.trustedtrader.platform.refusal.Refusal;

/**
 * This service's own ordinary port, asked over loopback for whatever is not plain: what it answers is what the caller gets,
 * to the letter. The token goes with the request and is checked there like any other.
 */
final class StandardChain implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What belongs to a connection and not to a message, and what the client writes by itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
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
    StandardChain(String base) {
        this.base = base;
    }

    record Said(int status, Map<String, String> headers, byte[] body) {}

    /** Waits for the answer. @throws IllegalArgumentException if there is no way to send such a request at all */
    Said ask(Asked asked) {
        try {
            var answer = http.send(request(asked), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (isOfTheMessage(name)) {
                    headers.put(name, String.join(", ", values));
                }
            });
            return new Said(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            throw new Refusal.Unavailable("The service does not answer now. Try again in a moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("The service is going down. Try again in a moment.");
        }
    }

    private HttpRequest request(Asked asked) {
        var body = asked.length() == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOf(asked.body(), asked.length()));
        var request = HttpRequest.newBuilder(URI.create(base + asked.target()))
                .timeout(PATIENCE)
                .method(asked.method().name(), body);
        for (var header : asked.headers()) {
            if (isOfTheMessage(header.getKey())) {
                request.header(header.getKey(), header.getValue());
            }
        }
        return request.build();
    }

    private static boolean isOfTheMessage(String name) {
        return !name.startsWith(":") && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
