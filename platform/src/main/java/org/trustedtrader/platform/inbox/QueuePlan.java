package org.trustedtrader.platform.inbox;

import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.trustedtrader.platform.outbox.Watermark;

/**
 * Which queues this service has, one durable queue per source for all its replicas, and how they are bound. A reader that
 * keeps what it hears in memory has besides one queue per source and replica, on which the replica hears everything itself.
 * That one lives as long as the connection that hears on it and is neither durable nor waited for: a replica that comes back
 * reads up before its knowledge counts, and one that is gone for good leaves nothing behind. The durable one keeps events
 * while no replica is up, and some replica takes each from there into what all of them store.
 */
final class QueuePlan {

    private final Inboxes inboxes;
    private final TopicExchange exchange;
    private final InboxSettings settings;
    private final String service;
    private final Replica replica;

    QueuePlan(Inboxes inboxes, TopicExchange exchange, InboxSettings settings, String service, Replica replica) {
        this.inboxes = inboxes;
        this.exchange = exchange;
        this.settings = settings;
        this.service = service;
        this.replica = replica;
    }

    boolean hasQueuesOfItsOwn() {
        return settings.exclusive();
    }

    String durableName(Inbox inbox) {
        return settings.queuePrefix() + service + "." + inbox.source();
    }

    String ownName(Inbox inbox) {
        return durableName(inbox) + "." + replica.name();
    }

    /** What every publisher of this service needs, so that no event is without a queue. */
    void declareDurable(CachingConnectionFactory connection) {
        var admin = new RabbitAdmin(connection);
        admin.declareExchange(exchange);
        for (var inbox : inboxes.all()) {
            var queue = QueueBuilder.durable(durableName(inbox))
                    .withArgument("x-queue-type", settings.queueType())
                    .build();
            admin.declareQueue(queue);
            bindEvents(admin, queue, inbox);
            if (!hasQueuesOfItsOwn()) {
                bindWatermark(admin, queue, inbox);
            }
        }
    }

    /** Besides what is durable, what belongs to the connection that is heard on. */
    void declareAll(CachingConnectionFactory connection) {
        declareDurable(connection);
        if (!hasQueuesOfItsOwn()) {
            return;
        }
        var admin = new RabbitAdmin(connection);
        for (var inbox : inboxes.all()) {
            var queue = QueueBuilder.nonDurable(ownName(inbox)).exclusive().build();
            admin.declareQueue(queue);
            bindEvents(admin, queue, inbox);
            bindWatermark(admin, queue, inbox);
        }
    }

    private void bindEvents(RabbitAdmin admin, Queue queue, Inbox inbox) {
        inbox.aggregates().forEach(aggregate -> bind(admin, queue, inbox.source() + "." + aggregate + ".#"));
    }

    private void bindWatermark(RabbitAdmin admin, Queue queue, Inbox inbox) {
        bind(admin, queue, inbox.source() + "." + Watermark.ROUTING_WORD + ".#");
    }

    private void bind(RabbitAdmin admin, Queue queue, String key) {
        admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with(key));
    }
}
