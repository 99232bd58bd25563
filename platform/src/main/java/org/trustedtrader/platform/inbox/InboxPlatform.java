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
    BrokerConnection brokerConnection(RabbitSettings settings) {
        return new BrokerConnection(settings.connections());
    }

    @Bean
    Replica replica(@Value("${ttp.replica:}") String name, @Value("${HOSTNAME:replica}") String host) {
        return Replica.named(name, host);
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
            QueuePlan plan) {
        broker.whenConnected(plan::declareAll);
        broker.whenConnected(connection -> freshness.reconnected());
        publishing.addConnectionListener(plan::declareDurable);
        return new EventQueues(inboxes, freshness, broker, plan, settings);
    }

    @Bean
    QueuePlan queuePlan(
            Inboxes inboxes,
            TopicExchange exchange,
            InboxSettings settings,
            Replica replica,
            @Value("${spring.application.name}") String service) {
        return new QueuePlan(inboxes, exchange, settings, service, replica);
    }

    @Bean
    ProcessCursors processCursors(ObjectProvider<StartingPoint> start) {
        return new ProcessCursors(start.getIfAvailable(() -> StartingPoint.BEGINNING));
    }

    @Bean
    Cursors cursors(InboxSettings settings, ProcessCursors ofThisProcess, MongoDatabase database) {
        return settings.exclusive() ? ofThisProcess : new StoredCursors(database);
    }

    @Bean
    Replays replays(ParkedMessages parked, Inboxes inboxes) {
        return new Replays(parked, inboxes);
    }

    @Bean
    CatchUpSchedule catchUpSchedule(
            Inboxes inboxes,
            @Qualifier("cursors") Cursors cursors,
            Replays replays,
            Freshness freshness,
            BrokerConnection broker,
            InboxSettings settings,
            Feeds feeds) {
        var sources = inboxes.all().stream()
                .map(inbox -> new CatchUp(inbox, feeds.of(inbox.source()), cursors, freshness, settings))
                .toList();
        return new CatchUpSchedule(sources, settings.exclusive() ? replays::handleNew : () -> {}, broker, settings);
    }

    @Bean
    Feeds feeds(
            Environment environment,
            ObjectProvider<RequestInterceptor> interceptors,
            FeignClientProperties clients,
            ChangeFeeds own,
            @Value("${spring.application.name}") String service) {
        return new Feeds(environment, interceptors.orderedStream().toList(), patience(clients), own, service);
    }

    /** As every client of another service has it, unless it says otherwise. */
    private static Request.Options patience(FeignClientProperties clients) {
        var usual = clients.getConfig().get(clients.getDefaultConfig());
        return new Request.Options(
                usual.getConnectTimeout(), TimeUnit.MILLISECONDS, usual.getReadTimeout(), TimeUnit.MILLISECONDS, true);
    }
}
