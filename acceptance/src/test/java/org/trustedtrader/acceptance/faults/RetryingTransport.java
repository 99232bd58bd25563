package org.trustedtrader.acceptance.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.trustedtrader.acceptance.client.Transport;

/**
 * A caller who sends a request again, word for word and with the same Idempotency-Key, until somebody answers. Notes the
 * commands that were accepted in a ledger, and counts the attempts that got no answer.
 */
final class RetryingTransport implements Transport {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);

    private final Transport direct;
    private final CommandLedger ledger;
    private final AtomicLong unanswered = new AtomicLong();

    RetryingTransport(Transport direct, CommandLedger ledger) {
        this.direct = direct;
        this.ledger = ledger;
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
                    ledger.note(request, response);
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
}
