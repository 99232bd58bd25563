package org.trustedtrader.acceptance.faults.border;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Announces as an outbox does, confirmed by the broker and followed by watermarks that tell the truth, but carelessly: late,
 * in another order, three times in ten twice.
 */
final class UnreliablePublisher implements AutoCloseable {

    private static final double TWICE = 0.3;
    private static final long WATERMARK_EVERY = 500;

    private record Waiting(EnrolmentEvent letter, long dueNanos) {}

    private final URI broker;
    private final String exchange;
    private final Random random = new Random(7);
    private final List<Waiting> outbox = new ArrayList<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private volatile Predicate<EnrolmentEvent> open = letter -> true;
    private volatile boolean watermarks = true;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private long nextWatermark;

    UnreliablePublisher(URI broker, String exchange) {
        this.broker = broker;
        this.exchange = exchange;
        rounds.scheduleWithFixedDelay(this::round, 50, 50, TimeUnit.MILLISECONDS);
    }

    /** To be announced, but not before so many milliseconds have passed. */
    synchronized void accept(EnrolmentEvent letter, long lateMillis) {
        outbox.add(new Waiting(letter, System.nanoTime() + lateMillis * 1_000_000));
    }

    /** Nothing but such letters is announced, and no watermark; the rest is kept. */
    void announceOnly(Predicate<EnrolmentEvent> letters) {
        watermarks = false;
        open = letters;
    }

    void announceAll() {
        open = letter -> true;
        watermarks = true;
    }

    private void round() {
        try {
            var now = due();
            if (now.isEmpty() && !(watermarks && System.nanoTime() - nextWatermark > 0)) {
                return;
            }
            var to = connected();
            for (var letter : shuffled(now)) {
                to.basicPublish(exchange, letter.type(), letter.properties(), letter.body());
            }
            to.waitForConfirmsOrDie(2_000);
            forget(now);
            sendWatermark(to);
        } catch (IOException | TimeoutException | RuntimeException e) {
            disconnect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<EnrolmentEvent> due() {
        var now = System.nanoTime();
        return outbox.stream()
                .filter(waiting -> waiting.dueNanos() - now <= 0)
                .map(Waiting::letter)
                .filter(open)
                .toList();
    }

    private List<EnrolmentEvent> shuffled(List<EnrolmentEvent> letters) {
        var all = new ArrayList<>(letters);
        letters.stream().filter(letter -> random.nextDouble() < TWICE).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private synchronized void forget(List<EnrolmentEvent> letters) {
        outbox.removeIf(waiting -> letters.contains(waiting.letter()));
    }

    private void sendWatermark(Channel to) throws IOException {
        if (!watermarks || System.nanoTime() - nextWatermark < 0) {
            return;
        }
        nextWatermark = System.nanoTime() + WATERMARK_EVERY * 1_000_000;
        var properties = new AMQP.BasicProperties.Builder().type("watermark").build();
        var text = complete() + " " + Instant.now();
        to.basicPublish(exchange, "enrolment.watermark.v1", properties, text.getBytes(US_ASCII));
    }

    /** Enrolment commits and hands over under this lock, so what is not here was announced. */
    private synchronized Instant complete() {
        return outbox.stream()
                .map(waiting -> waiting.letter().time().minusMillis(1))
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    private Channel connected() throws IOException, TimeoutException {
        if (channel == null || !channel.isOpen()) {
            disconnect();
            var factory = new ConnectionFactory();
            try {
                factory.setUri(broker);
            } catch (java.security.GeneralSecurityException | java.net.URISyntaxException e) {
                throw new IllegalStateException(e);
            }
            factory.setConnectionTimeout(1_000);
            factory.setHandshakeTimeout(2_000);
            factory.setRequestedHeartbeat(2);
            factory.setAutomaticRecoveryEnabled(false);
            connection = factory.newConnection("enrolment");
            channel = connection.createChannel();
            channel.exchangeDeclare(exchange, "topic", true);
            channel.confirmSelect();
        }
        return channel;
    }

    private void disconnect() {
        channel = null;
        if (connection != null) {
            connection.abort(500);
            connection = null;
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        disconnect();
    }
}
