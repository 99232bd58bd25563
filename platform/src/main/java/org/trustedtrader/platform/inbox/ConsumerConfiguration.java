package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoDatabase;
import feign.Request;
import feign.RequestInterceptor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.cloud.openfeign.FeignClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.ChangeFeeds;
import org.trustedtrader.platform.tracing.TraceContext;

/** Hearing events: one queue and one inbox per source, parked messages, catch-up. */
@AutoConfiguration(after = FeignAutoConfiguration.class)
@EnableConfigurationProperties(ConsumerProperties.class)
class ConsumerConfiguration {

    @Bean
    ParkedMessages parkedMessages(MongoDatabase database) {
        return new ParkedMessages(database);
    }

    @Bean
    ReplicationLag freshness(ConsumerProperties settings) {
        return new ReplicationLag(settings.trustedAfterCatchUp());
    }

    @Bean
    ConsumerConnection brokerConnection(BrokerProperties settings) {
        return new ConsumerConnection(settings.connections());
    }

    @Bean
    ReplicaName replica(@Value("${ttp.replica:}") String name, @Value("${HOSTNAME:replica}") String host) {
        return ReplicaName.named(name, host);
    }

    @Bean
    EventConsumers consumers(
            ObjectProvider<Subscription> subscriptions,
            ParkedMessages parked,
            ConsumerProperties settings,
            TraceContext traces) {
        var consumers =
                subscriptions.orderedStream().collect(Collectors.groupingBy(Subscription::source)).entrySet().stream()
                        .map(e -> new EventConsumer(e.getKey(), e.getValue(), parked, settings, traces::continuing))
                        .toList();
        return new EventConsumers(consumers);
    }

    @Bean
    ReplayParkedMessage replayParkedMessage(ParkedMessages parked, EventConsumers consumers) {
        return new ReplayParkedMessage(parked, consumers);
    }

    @Bean
    EventListenerContainers eventQueues(
            EventConsumers consumers,
            ReplicationLag freshness,
            ConsumerConnection broker,
            CachingConnectionFactory publishing,
            TopicExchange exchange,
            ConsumerProperties settings,
            QueueTopology topology) {
        broker.whenConnected(topology::declareAll);
        broker.whenConnected(connection -> freshness.reconnected());
        publishing.addConnectionListener(topology::declareDurable);
        return new EventListenerContainers(consumers, freshness, broker, topology, settings);
    }

    @Bean
    QueueTopology queuePlan(
            EventConsumers consumers,
            TopicExchange exchange,
            ConsumerProperties settings,
            ReplicaName replica,
            @Value("${spring.application.name}") String service) {
        return new QueueTopology(consumers, exchange, settings, service, replica);
    }

    @Bean
    InMemoryCursors processCursors(ObjectProvider<FeedCheckpoint> start) {
        return new InMemoryCursors(start.getIfAvailable(() -> FeedCheckpoint.BEGINNING));
    }

    @Bean
    ChangeFeedCursors cursors(ConsumerProperties settings, InMemoryCursors ofThisProcess, MongoDatabase database) {
        return settings.exclusive() ? ofThisProcess : new MongoCursors(database);
    }

    @Bean
    ReplayBroadcasts replays(ParkedMessages parked, EventConsumers consumers) {
        return new ReplayBroadcasts(parked, consumers);
    }

    @Bean
    ChangeFeedScheduler catchUpSchedule(
            EventConsumers consumers,
            @Qualifier("cursors") ChangeFeedCursors cursors,
            ReplayBroadcasts replays,
            ReplicationLag freshness,
            ConsumerConnection broker,
            ConsumerProperties settings,
            ChangeFeedClients feeds) {
        var sources = consumers.all().stream()
                .map(consumer ->
                        new ChangeFeedReader(consumer, feeds.of(consumer.source()), cursors, freshness, settings))
                .toList();
        return new ChangeFeedScheduler(sources, settings.exclusive() ? replays::handleNew : () -> {}, broker, settings);
    }

    @Bean
    ChangeFeedClients feeds(
            Environment environment,
            ObjectProvider<RequestInterceptor> interceptors,
            FeignClientProperties clients,
            ChangeFeeds own,
            @Value("${spring.application.name}") String service) {
        return new ChangeFeedClients(
                environment, interceptors.orderedStream().toList(), patience(clients), own, service);
    }

    /** As every client of another service has it, unless it says otherwise. */
    private static Request.Options patience(FeignClientProperties clients) {
        var usual = clients.getConfig().get(clients.getDefaultConfig());
        return new Request.Options(
                usual.getConnectTimeout(), TimeUnit.MILLISECONDS, usual.getReadTimeout(), TimeUnit.MILLISECONDS, true);
    }
}
