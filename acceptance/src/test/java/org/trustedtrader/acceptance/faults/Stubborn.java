package org.trustedtrader.acceptance.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.trustedtrader.acceptance.client.Transport;

/**
 * A caller who sends a request again, word for word and with the same Idempotency-Key, until somebody answers. Counts the
 * commands that were accepted and the attempts that got no answer.
 */
final class Stubborn implements Transport {

    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);

    private final Transport direct;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    Stubborn(Transport direct) {
        this.direct = direct;
    }

    long accepted() {
        return accepted.get();
    }

    long unanswered() {
        return unanswered.get();
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var until = System.nanoTime() + BOUND.toNanos();
        while (true) {
            try {
                var response = direct.send(request);
                if (!NOBODY_THERE.contains(response.statusCode()) || System.nanoTime() > until) {
                    count(request, response);
                    return response;
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            unanswered.incrementAndGet();
            Thread.sleep(100);
        }
    }

    private void count(HttpRequest request, HttpResponse<byte[]> response) {
        if (!request.method().equals("GET") && response.statusCode() / 100 == 2) {
            accepted.incrementAndGet();
        }
    }
}
