package org.trustedtrader.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * The listeners on the queues of {@link QueueTopology}. Queues are declared on every new connection before anything is consumed
 * or published. A message is acknowledged when its handler has returned.
 */
final class EventListenerContainers implements SmartLifecycle {

    private final EventConsumers consumers;
    private final ReplicationLag freshness;
    private final ConsumerConnection broker;
    private final QueueTopology topology;
    private final ConsumerProperties settings;
    private final List<SimpleMessageListenerContainer> containers = new ArrayList<>();

    EventListenerContainers(
            EventConsumers consumers,
            ReplicationLag freshness,
            ConsumerConnection broker,
            QueueTopology topology,
            ConsumerProperties settings) {
        this.consumers = consumers;
        this.freshness = freshness;
        this.broker = broker;
        this.topology = topology;
        this.settings = settings;
    }

    @Override
    public void start() {
        consumers.all().forEach(EventConsumer::open);
        consumers.all().forEach(this::listen);
    }

    @Override
    public void stop() {
        consumers.all().forEach(EventConsumer::close);
        containers.forEach(SimpleMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public boolean isRunning() {
        return !containers.isEmpty();
    }

    private void listen(EventConsumer consumer) {
        // Replicas each hear a part of the queue that they share: a watermark there, by an old binding, says nothing.
        var shared = topology.hasQueuesOfItsOwn();
        if (shared) {
            listen(topology.ownName(consumer), consumer, true);
        }
        listen(topology.durableName(consumer), consumer, !shared);
    }

    private void listen(String queue, EventConsumer consumer, boolean watermarks) {
        var listener = new EventMessageListener(consumer, freshness, watermarks);
        var container = new SimpleMessageListenerContainer(broker.connections());
        container.setQueueNames(queue);
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setPrefetchCount(settings.prefetch());
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(1000);
        container.setConsumerBatchEnabled(true);
        container.setBatchSize(1);
        if (consumer.takesBatches()) {
            container.setBatchSize(settings.prefetch());
            container.setReceiveTimeout(settings.gather().toMillis());
            container.setBatchReceiveTimeout(settings.gather().toMillis());
        }
        container.setAfterReceivePostProcessors(listener);
        container.setMessageListener(listener);
        container.setBeanName(queue);
        container.afterPropertiesSet();
        container.start();
        containers.add(container);
    }
}
