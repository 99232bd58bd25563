package org.trustedtrader.platform.outbox;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sending events: the broker connection with confirms, the relay and its timers, and the change feed. */
@AutoConfiguration(beforeName = "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration")
@EnableConfigurationProperties({OutboxProperties.class, BrokerProperties.class})
class OutboxConfiguration {

    /** For publishing only; consumers have a connection of their own. */
    @Bean
    CachingConnectionFactory rabbitConnectionFactory(BrokerProperties settings) {
        var factory = settings.connections();
        factory.setPublisherConfirmType(CachingConnectionFactory.ConfirmType.CORRELATED);
        factory.setPublisherReturns(true);
        return factory;
    }

    @Bean
    TopicExchange eventsExchange(BrokerProperties settings) {
        return new TopicExchange(settings.exchange(), true, false);
    }

    @Bean
    RabbitTemplate rabbitTemplate(CachingConnectionFactory connections) {
        return new RabbitTemplate(connections);
    }

    @Bean
    EventPublisher eventPublisher(RabbitTemplate template, BrokerProperties rabbit, OutboxProperties settings) {
        template.setMandatory(true);
        return new EventPublisher(
                template, new RabbitTemplate(template.getConnectionFactory()), rabbit.exchange(), settings);
    }

    @Bean
    OutboxRelay outboxRelay(
            EventPublisher publisher,
            OutboxProperties settings,
            Supplier<List<Outbox>> outboxes,
            CachingConnectionFactory connections) {
        var relay = new OutboxRelay(publisher, settings, outboxes);
        connections.addConnectionListener(connection -> relay.brokerIsBack());
        return relay;
    }

    @Bean
    OutboxScheduler outboxSchedule(
            OutboxRelay relay,
            EventPublisher publisher,
            OutboxProperties settings,
            @Value("${spring.application.name}") String service) {
        return new OutboxScheduler(relay, publisher, settings, service);
    }

    @Bean
    ChangeFeeds changeFeeds(Supplier<List<Outbox>> outboxes) {
        return new ChangeFeeds(outboxes);
    }

    @Bean
    ChangeFeedController changesController(ChangeFeeds feeds) {
        return new ChangeFeedController(feeds);
    }
}
