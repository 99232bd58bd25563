package org.trustedtrader.benefits.status.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.inbox.MongoCheckpoint;

/** The starting point for a start from the database: read before anything is loaded from it. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    @Bean
    MongoCheckpoint storedStartingPoint(MongoDatabase database) {
        return new MongoCheckpoint(database);
    }
}
