package org.trustedtrader.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.trustedtrader.platform.outbox.Watermark;

/**
 * The listeners on the queues of {@link QueuePlan}. Queues are declared on every new connection before anything is consumed
 * or published. A message is acknowledged when its handler has returned.
 */
final class EventQueues implements SmartLifecycle {

    private final Inboxes inboxes;
    private final Freshness freshness;
    private final BrokerConnection broker;
    private final QueuePlan plan;
    private final InboxSettings settings;
    private final List<SimpleMessageListenerContainer> containers = new ArrayList<>();

    EventQueues(Inboxes inboxes, Freshness freshness, BrokerConnection broker, QueuePlan plan, InboxSettings settings) {
        this.inboxes = inboxes;
        this.freshness = freshness;
        this.broker = broker;
        this.plan = plan;
        this.settings = settings;
    }

    @Override
    public void start() {
        inboxes.all().forEach(Inbox::open);
        inboxes.all().forEach(this::listen);
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

    private void listen(Inbox inbox) {
        var hearing = new EventListener(inbox, freshness);
        if (plan.hasQueuesOfItsOwn()) {
            listen(plan.ownName(inbox), hearing);
            listen(plan.durableName(inbox), withoutWatermarks(hearing));
        } else {
            listen(plan.durableName(inbox), hearing);
        }
    }

    private void listen(String queue, MessageListener listener) {
        var container = new SimpleMessageListenerContainer(broker.connections());
        container.setQueueNames(queue);
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setPrefetchCount(settings.prefetch());
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(1000);
        container.setMessageListener(listener);
        container.setBeanName(queue);
        container.afterPropertiesSet();
        container.start();
        containers.add(container);
    }

    /** Of the queue that replicas share each hears only a part, so a watermark there says nothing. An old binding may bring one. */
    private static MessageListener withoutWatermarks(MessageListener listener) {
        return message -> {
            if (!Watermark.isWatermark(message)) {
                listener.onMessage(message);
            }
        };
    }
}
