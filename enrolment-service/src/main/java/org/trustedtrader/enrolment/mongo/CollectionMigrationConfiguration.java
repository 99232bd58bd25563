package org.trustedtrader.enrolment.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.mongo.MongoProperties;

/** Takes over driver cards and consents, which benefits-service owned before. */
@Configuration(proxyBeanMethods = false)
class CollectionMigrationConfiguration {

    /** Runs while beans are made: before heads are exported, events are consumed and requests are answered. */
    @Bean
    CollectionMigration recordsFromBenefits(
            MongoClient client,
            MongoDatabase database,
            MongoProperties settings,
            @Value("${ttp.enrolment.records-from:benefits}") String source) {
        var migration = new CollectionMigration(
                client.getDatabase(settings.databasePrefix() + source), database, source, "enrolment");
        if (!source.isEmpty()) {
            List.of("driver_cards", "consents").forEach(migration::copy);
        }
        return migration;
    }
}
