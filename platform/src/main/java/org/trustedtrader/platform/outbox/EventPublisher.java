package org.trustedtrader.platform.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.event.Event;

/** Sends one event and returns only when the broker has taken responsibility for it. */
final class EventPublisher implements EventSender {

    private final RabbitTemplate mandatory;
    private final RabbitTemplate optional;
    private final String exchange;
    private final Duration confirmTimeout;
    private final Set<String> withoutConsumers;

    EventPublisher(RabbitTemplate mandatory, RabbitTemplate optional, String exchange, OutboxProperties settings) {
        this.mandatory = mandatory;
        this.optional = optional;
        this.exchange = exchange;
        this.confirmTimeout = settings.confirmTimeout();
        this.withoutConsumers = settings.withoutConsumers();
    }

    @Override
    public void publish(Event event) {
        var message = EventMessages.write(event);
        var correlation = new CorrelationData(event.id());
        var template = withoutConsumers.contains(event.aggregate()) ? optional : mandatory;
        template.send(exchange, event.type(), message, correlation);
        await(correlation, event);
    }

    /** Fire and forget, for what is worthless a second later. */
    void publishUnconfirmed(String routingKey, Message message) {
        optional.send(exchange, routingKey, message);
    }

    private void await(CorrelationData correlation, Event event) {
        try {
            var confirm = correlation.getFuture().get(confirmTimeout.toMillis(), TimeUnit.MILLISECONDS);
            if (correlation.getReturned() != null) {
                throw new AmqpException("No queue is bound for " + event.type());
            }
            if (!confirm.ack()) {
                throw new AmqpException("The broker refused " + event.id() + ": " + confirm.reason());
            }
        } catch (TimeoutException e) {
            throw new ConfirmTimeoutException(event.id(), confirmTimeout);
        } catch (ExecutionException e) {
            throw new AmqpException("Sending " + event.id() + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("Interrupted while sending " + event.id(), e);
        }
    }
}
