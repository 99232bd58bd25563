package org.trustedtrader.platform.inbox;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.support.RabbitExceptionTranslator;
import org.trustedtrader.platform.outbox.Watermark;

/**
 * Which queues this service has, one durable queue per source for all its replicas, and how they are bound. A reader that
 * keeps what it hears in memory has besides one queue per source and replica, on which the replica hears everything itself.
 * That one lives as long as the connection that hears on it and is neither durable nor waited for: a replica that comes back
 * reads up before its knowledge counts, and one that is gone for good leaves nothing behind. The durable one keeps events
 * while no replica is up, and some replica takes each from there into what all of them store.
 *
 * <p>What is there already stays as it is. Everything is declared on the new connection itself: a broker that refuses a
 * queue may close it, and a caller that asked the pool for another would declare again, without end.
 */
final class QueueTopology {

    /** Deliveries are counted also when the service stops or the database is away, hence generous. */
    private static final int DELIVERY_LIMIT = 100;

    private final EventConsumers consumers;
    private final TopicExchange exchange;
    private final ConsumerProperties settings;
    private final String service;
    private final ReplicaName replica;

    QueueTopology(
            EventConsumers consumers,
            TopicExchange exchange,
            ConsumerProperties settings,
            String service,
            ReplicaName replica) {
        this.consumers = consumers;
        this.exchange = exchange;
        this.settings = settings;
        this.service = service;
        this.replica = replica;
    }

    boolean hasQueuesOfItsOwn() {
        return settings.exclusive();
    }

    String durableName(EventConsumer consumer) {
        return settings.queuePrefix() + service + "." + consumer.source();
    }

    String ownName(EventConsumer consumer) {
        return durableName(consumer) + "." + replica.name();
    }

    /** What every publisher of this service needs, so that no event is without a queue. */
    void declareDurable(Connection connection) {
        onAChannelOf(connection, this::declareDurable);
    }

    /** The durable topology, and what belongs to the consumer's connection. */
    void declareAll(Connection connection) {
        onAChannelOf(connection, channel -> {
            declareDurable(channel);
            if (hasQueuesOfItsOwn()) {
                declareOwn(channel);
            }
        });
    }

    private void declareDurable(Channel channel) throws IOException {
        channel.exchangeDeclare(exchange.getName(), exchange.getType(), exchange.isDurable());
        for (var consumer : consumers.all()) {
            var queue = durableName(consumer);
            declareDurable(channel, queue);
            bindEvents(channel, queue, consumer);
            if (!hasQueuesOfItsOwn()) {
                bindWatermark(channel, queue, consumer);
            }
        }
    }

    /**
     * A quorum queue gets a delivery limit, behind our own bound, against whatever would come round without end. One that was
     * declared without it stays as it is: a broker refuses to declare a queue again with other arguments.
     */
    private void declareDurable(Channel channel, String queue) throws IOException {
        if (!settings.queueType().equals("quorum")) {
            channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", settings.queueType()));
        } else if (!exists(channel.getConnection(), queue)) {
            channel.queueDeclare(
                    queue, true, false, false, Map.of("x-queue-type", "quorum", "x-delivery-limit", DELIVERY_LIMIT));
        }
    }

    /** Asked on a channel of its own, which the broker closes if there is no such queue. */
    private static boolean exists(com.rabbitmq.client.Connection connection, String queue) throws IOException {
        var channel = connection.createChannel();
        try {
            channel.queueDeclarePassive(queue);
            channel.close();
            return true;
        } catch (IOException | TimeoutException e) {
            if (!connection.isOpen()) {
                throw new IOException("The connection was closed", e);
            }
            return false;
        }
    }

    private void declareOwn(Channel channel) throws IOException {
        for (var consumer : consumers.all()) {
            var queue = ownName(consumer);
            channel.queueDeclare(queue, false, true, false, Map.of());
            bindEvents(channel, queue, consumer);
            bindWatermark(channel, queue, consumer);
        }
    }

    private void bindEvents(Channel channel, String queue, EventConsumer consumer) throws IOException {
        for (var aggregate : consumer.aggregates()) {
            channel.queueBind(queue, exchange.getName(), consumer.source() + "." + aggregate + ".#");
        }
    }

    private void bindWatermark(Channel channel, String queue, EventConsumer consumer) throws IOException {
        channel.queueBind(queue, exchange.getName(), consumer.source() + "." + Watermark.ROUTING_WORD + ".#");
    }

    private static void onAChannelOf(Connection connection, Declaration declaration) {
        try (var channel = Objects.requireNonNull(connection.getDelegate()).createChannel()) {
            declaration.on(channel);
        } catch (IOException | TimeoutException e) {
            throw RabbitExceptionTranslator.convertRabbitAccessException(e);
        }
    }

    @FunctionalInterface
    private interface Declaration {
        void on(Channel channel) throws IOException;
    }
}
