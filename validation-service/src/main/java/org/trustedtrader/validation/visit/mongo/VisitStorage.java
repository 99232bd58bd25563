package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Gives visits their storage. */
@Configuration(proxyBeanMethods = false)
class VisitStorage {

    @Bean
    MongoVisits visits(AggregateStoreFactory shared) {
        return new MongoVisits(shared);
    }

    @Bean
    HeardFiles heardFiles(MongoDatabase database) {
        return new HeardFiles(database);
    }
}
