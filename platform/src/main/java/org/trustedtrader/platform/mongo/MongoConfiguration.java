package org.trustedtrader.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.history.HistorySigner;
import org.trustedtrader.platform.outbox.CommitListener;
import org.trustedtrader.platform.outbox.Outbox;
import org.trustedtrader.platform.tracing.TraceContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The database connection. Durability is stated here and left to no server's default: a write is acknowledged when a
 * majority has it in its journal, and reads see only such writes. The driver does not retry writes by itself; a command is
 * repeated by its caller, under its idempotency key.
 */
@AutoConfiguration
@EnableConfigurationProperties(MongoProperties.class)
public class MongoConfiguration {

    private static final WriteConcern DURABLE =
            WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS);

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(MongoProperties settings, ObjectProvider<CommandListener> listeners) {
        var client = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.uri()))
                .writeConcern(DURABLE)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(false)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
        listeners.orderedStream().forEach(client::addCommandListener);
        return MongoClients.create(client.build());
    }

    @Bean
    MongoDatabase mongoDatabase(
            MongoClient client, MongoProperties settings, @Value("${spring.application.name}") String service) {
        var database = client.getDatabase(settings.databasePrefix() + service);
        DatabaseStart.await(database, settings.startTimeout());
        return database;
    }

    /** A part of readiness, but for services that answer without their database. */
    @Bean
    DatabaseHealthIndicator databaseHealthIndicator(MongoDatabase database) {
        return new DatabaseHealthIndicator(database);
    }

    @Bean
    AggregateStoreFactory aggregateStores(
            @Value("${spring.application.name}") String service,
            MongoDatabase database,
            MongoProperties settings,
            JsonMapper json,
            CommitListener announcements,
            HistorySigner seal,
            TraceContext traces,
            ObjectProvider<RegionGuard> regions) {
        var ofNoFiles = RegionGuard.ofNoFiles();
        return new AggregateStoreFactory(
                service,
                database,
                settings.records(),
                json,
                announcements,
                seal,
                traces::current,
                () -> regions.getIfAvailable(() -> ofNoFiles));
    }

    /** Stores register as they are made, and each of them needs the relay: hence asked for late. */
    @Bean
    Supplier<List<Outbox>> outboxes(ObjectProvider<AggregateStoreFactory> stores) {
        return () -> stores.getObject().stores().stream()
                .<Outbox>map(store -> store.outbox())
                .toList();
    }
}
