package org.trustedtrader.validation.planning.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives planning its storage. */
@Configuration(proxyBeanMethods = false)
class PlanningStorage {

    @Bean
    HeardMemberships heardMemberships(MongoDatabase database) {
        return new HeardMemberships(database);
    }
}
