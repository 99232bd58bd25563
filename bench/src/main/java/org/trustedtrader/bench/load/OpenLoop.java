package org.trustedtrader.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The open loop: requests become due at a steady rate whether or not earlier ones are answered, and latency counts from when
 * each was due. One that finds no free connection waits, and its waiting counts. So a server that stalls is charged for
 * everybody who would have come meanwhile.
 */
public final class OpenLoop {

    private static final int CONNECTIONS = 64;
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final long NAP_NANOS = 50_000;

    private final Requests requests;
    private final int every;
    private final Histogram latencies = new Histogram(3);
    private final List<Looked> looked = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long sent;
    private long answered;
    private long failed;

    /** @param every which answers are kept: the first and each so-manieth after it, none if 0 */
    public OpenLoop(Requests requests, int every) {
        this.requests = requests;
        this.every = every;
    }

    /** Sends for that time and no longer; what is not answered soon after counts as having waited until then. An object runs once. */
    public Ran run(double perSecond, Duration time) {
        var total = (long) (perSecond * time.toNanos() / 1e9);
        List<Connection> all = new ArrayList<>();
        try (var selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(new Connection(requests.port(), selector));
            }
            idle.addAll(all);
            var start = System.nanoTime();
            loop(selector, total, 1e9 / perSecond, start, time);
            chargeUnanswered(total, 1e9 / perSecond, start, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            all.forEach(OpenLoop::close);
        }
        return new Ran(answered, failed, time.toNanos() / 1e9, latencies, looked);
    }

    private void loop(Selector selector, long total, double interval, long start, Duration time) throws IOException {
        var until = start + time.plus(DRAIN).toNanos();
        while (answered + failed < total && System.nanoTime() - until < 0) {
            sendDue(total, interval, start);
            if (selector.selectNow(this::receive) == 0) {
                var due = sent < total && !idle.isEmpty() ? start + (long) (sent * interval) : Long.MAX_VALUE;
                var left = due == Long.MAX_VALUE ? NAP_NANOS : due - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(Math.min(left, NAP_NANOS));
                }
            }
        }
    }

    /** A request without an answer so far has waited at least so long. */
    private void chargeUnanswered(long total, double interval, long start, List<Connection> all) {
        var now = System.nanoTime();
        for (var connection : all) {
            if (connection.waiting()) {
                latencies.recordValue(now - connection.intended());
            }
        }
        for (long number = sent; number < total; number++) {
            latencies.recordValue(Math.max(0, now - start - (long) (number * interval)));
        }
    }

    private void sendDue(long total, double interval, long start) throws IOException {
        while (sent < total && !idle.isEmpty()) {
            var due = start + (long) (sent * interval);
            if (due - System.nanoTime() > 0) {
                return;
            }
            idle.pop().send(sent, requests.bytes(sent), due);
            sent++;
        }
    }

    private void receive(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (connection.ready()) {
                took(connection);
                idle.push(connection);
            }
        } catch (IOException e) {
            failed++;
            close(connection);
        }
    }

    private void took(Connection connection) {
        latencies.recordValue(System.nanoTime() - connection.intended());
        if (connection.status() != 200) {
            failed++;
            return;
        }
        answered++;
        if (every > 0 && (answered - 1) % every == 0) {
            looked.add(connection.looked());
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
