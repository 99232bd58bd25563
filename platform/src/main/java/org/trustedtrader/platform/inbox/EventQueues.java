package org.trustedtrader.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.trustedtrader.platform.outbox.Watermark;

/**
 * The queues that this service owns, one per source, and the listeners on them. Queues are declared on every new connection
 * before anything is consumed or published. A message is acknowledged when its handler has returned.
 */
final class EventQueues implements SmartLifecycle {

    private final Inboxes inboxes;
    private final Freshness freshness;
    private final CachingConnectionFactory connections;
    private final TopicExchange exchange;
    private final InboxSettings settings;
    private final String service;
    private final List<SimpleMessageListenerContainer> containers = new ArrayList<>();

    EventQueues(
            Inboxes inboxes,
            Freshness freshness,
            CachingConnectionFactory connections,
            TopicExchange exchange,
            InboxSettings settings,
            String service) {
        this.inboxes = inboxes;
        this.freshness = freshness;
        this.connections = connections;
        this.exchange = exchange;
        this.settings = settings;
        this.service = service;
    }

    @Override
    public void start() {
        inboxes.all().forEach(Inbox::open);
        inboxes.all().forEach(inbox -> containers.add(listen(inbox)));
    }

    @Override
    public void stop() {
        inboxes.all().forEach(Inbox::close);
        containers.forEach(SimpleMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public boolean isRunning() {
        return !containers.isEmpty();
    }

    private SimpleMessageListenerContainer listen(Inbox inbox) {
        var container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(queueName(inbox));
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setPrefetchCount(settings.prefetch());
        container.setExclusive(settings.exclusive());
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(1000);
        container.setMessageListener(new EventListener(inbox, freshness));
        container.setBeanName(queueName(inbox));
        container.afterPropertiesSet();
        container.start();
        return container;
    }

    /** What is there already stays as it is. */
    void declareOn(CachingConnectionFactory connection) {
        var admin = new RabbitAdmin(connection);
        admin.declareExchange(exchange);
        for (var inbox : inboxes.all()) {
            var queue = queue(inbox);
            admin.declareQueue(queue);
            inbox.aggregates().forEach(aggregate -> bind(admin, queue, inbox.source() + "." + aggregate + ".#"));
            bind(admin, queue, inbox.source() + "." + Watermark.ROUTING_WORD + ".#");
        }
    }

    private void bind(RabbitAdmin admin, Queue queue, String key) {
        admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with(key));
    }

    private Queue queue(Inbox inbox) {
        return QueueBuilder.durable(queueName(inbox))
                .withArgument("x-queue-type", settings.queueType())
                .build();
    }

    private String queueName(Inbox inbox) {
        return settings.queuePrefix() + service + "." + inbox.source();
    }
}
