package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoDatabase;
import java.util.stream.Collectors;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.trustedtrader.platform.outbox.ChangeFeeds;
import org.trustedtrader.platform.outbox.RabbitSettings;
import org.trustedtrader.platform.trace.Traces;

/** Hearing events: one queue and one inbox per source, parked messages, catch-up. */
@AutoConfiguration(after = FeignAutoConfiguration.class)
@EnableConfigurationProperties(InboxSettings.class)
class InboxPlatform {

    @Bean
    ParkedMessages parkedMessages(MongoDatabase database) {
        return new ParkedMessages(database);
    }

    @Bean
    Freshness freshness(InboxSettings settings) {
        return new Freshness(settings.trustedAfterCatchUp());
    }

    @Bean
    BrokerConnection brokerConnection(RabbitSettings settings, Freshness freshness) {
        var connection = new BrokerConnection(settings.connections());
        connection.whenConnected(freshness::reconnected);
        return connection;
    }

    @Bean
    Inboxes inboxes(
            ObjectProvider<Subscription> subscriptions, ParkedMessages parked, InboxSettings settings, Traces traces) {
        var inboxes =
                subscriptions.orderedStream().collect(Collectors.groupingBy(Subscription::source)).entrySet().stream()
                        .map(e -> new Inbox(e.getKey(), e.getValue(), parked, settings, traces::continuing))
                        .toList();
        return new Inboxes(inboxes);
    }

    @Bean
    ReplayParkedMessage replayParkedMessage(ParkedMessages parked, Inboxes inboxes) {
        return new ReplayParkedMessage(parked, inboxes);
    }

    @Bean
    EventQueues eventQueues(
            Inboxes inboxes,
            Freshness freshness,
            BrokerConnection broker,
            CachingConnectionFactory publishing,
            TopicExchange exchange,
            InboxSettings settings,
            @Value("${spring.application.name}") String service) {
        var queues = new EventQueues(inboxes, freshness, broker.connections(), exchange, settings, service);
        broker.whenConnected(() -> queues.declareOn(broker.connections()));
        publishing.addConnectionListener(connection -> queues.declareOn(publishing));
        return queues;
    }

    @Bean
    CatchUpSchedule catchUpSchedule(
            Inboxes inboxes,
            MongoDatabase database,
            Freshness freshness,
            BrokerConnection broker,
            InboxSettings settings,
            Feeds feeds) {
        var cursors = settings.exclusive() ? new ProcessCursors() : new StoredCursors(database);
        var sources = inboxes.all().stream()
                .map(inbox -> new CatchUp(inbox, feeds.of(inbox.source()), cursors, freshness, settings))
                .toList();
        return new CatchUpSchedule(sources, broker, settings);
    }

    @Bean
    Feeds feeds(ApplicationContext context, ChangeFeeds own, @Value("${spring.application.name}") String service) {
        return new Feeds(context, own, service);
    }
}
