package org.trustedtrader.bench.naive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.json.PolicyFiles;

/** Starts the peer. */
@SpringBootApplication(proxyBeanMethods = false)
public class NaiveApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NaiveApplication.class, arguments);
    }

    @Bean
    MongoClient mongo(@Value("${naive.mongodb}") String uri) {
        return MongoClients.create(uri);
    }

    @Bean
    MongoCollection<Document> traders(MongoClient mongo) {
        return mongo.getDatabase("naive").getCollection("traders");
    }

    @Bean
    Policies policies() throws IOException {
        return PolicyFiles.shipped();
    }
}
