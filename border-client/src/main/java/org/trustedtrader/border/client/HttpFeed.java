package org.trustedtrader.border.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.UntrustedFeedException;

/** The feed over HTTP. A connection on which nothing comes for too long is given up: the other side may be gone unheard. */
final class HttpFeed implements FeedSource {

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int GONE = 410;

    private final URI base;
    private final Supplier<String> token;
    private final HttpClient http;
    private final Duration silence;

    HttpFeed(URI base, Supplier<String> token, HttpClient http, Duration silence) {
        this.base = base;
        this.token = token;
        this.http = http;
        this.silence = silence;
    }

    @Override
    public void snapshot(LineReader.LineConsumer consumer)
            throws IOException, UntrustedFeedException, InterruptedException {
        var answer = get("/v1/status/snapshot");
        try (var body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException("The snapshot was answered " + answer.statusCode() + ".");
            }
            read(body, consumer);
        }
    }

    @Override
    public void changes(Copy.Place after, LineReader.LineConsumer consumer)
            throws IOException, UntrustedFeedException, PositionExpiredException, InterruptedException {
        var epoch = URLEncoder.encode(after.epoch(), StandardCharsets.UTF_8);
        var answer = get("/v1/status/changes?epoch=" + epoch + "&after=" + after.position());
        try (var body = answer.body()) {
            if (answer.statusCode() == GONE) {
                throw new PositionExpiredException();
            }
            if (answer.statusCode() != OK) {
                throw new IOException("The changes were answered " + answer.statusCode() + ".");
            }
            read(body, consumer);
        }
    }

    private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/x-ndjson")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private void read(InputStream body, LineReader.LineConsumer consumer) throws IOException, UntrustedFeedException {
        var watched = new Watched(body);
        var watch = Thread.ofVirtual().name("border-feed-watch").start(() -> watched.closeAfter(silence));
        try {
            LineReader.read(watched, consumer);
        } finally {
            watch.interrupt();
        }
    }

    /** Remembers when bytes came last. */
    private static final class Watched extends FilterInputStream {

        private volatile long cameAt = System.nanoTime();

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            var count = super.read(buffer, start, length);
            cameAt = System.nanoTime();
            return count;
        }

        void closeAfter(Duration silence) {
            try {
                for (var left = silence; left.isPositive(); left = silence.minusNanos(System.nanoTime() - cameAt)) {
                    Thread.sleep(left);
                }
                close();
            } catch (InterruptedException | IOException e) {
                // read to its end, or closed already
            }
        }
    }
}
