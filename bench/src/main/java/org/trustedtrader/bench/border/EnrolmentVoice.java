package org.trustedtrader.bench.border;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.outbox.Watermark;

/** What enrolment says over the broker: every change, and each second that there were no others. */
final class EnrolmentVoice implements AutoCloseable {

    private static final String EXCHANGE = "ttp.events";

    private final CachingConnectionFactory connections;
    private final RabbitTemplate broker;
    private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    EnrolmentVoice(String brokerUrl) {
        connections = new BrokerProperties(URI.create(brokerUrl), EXCHANGE).connections();
        broker = new RabbitTemplate(connections);
        seconds.scheduleAtFixedRate(this::nothingElse, 0, 1, TimeUnit.SECONDS);
    }

    /** A change that the broker refuses is in the feed all the same. */
    synchronized void say(Changes.Change change) {
        var event = Announced.event(change.revision());
        try {
            broker.send(EXCHANGE, event.type(), EventMessages.write(event));
        } catch (AmqpException e) {
            System.err.println("change not said: " + e.getMessage());
        }
    }

    private synchronized void nothingElse() {
        var now = Instant.now();
        try {
            broker.send(EXCHANGE, "enrolment.watermark.v1", new Watermark(now, now).write());
        } catch (AmqpException e) {
            System.err.println("watermark not said: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        seconds.shutdownNow();
        connections.destroy();
    }
}
