package org.trustedtrader.platform.test.probe;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.trustedtrader.platform.security.AccessTable;

@SpringBootApplication(
        excludeName = {
            "org.trustedtrader.platform.mongo.MongoConfiguration",
            "org.trustedtrader.platform.outbox.OutboxConfiguration",
            "org.trustedtrader.platform.inbox.ConsumerConfiguration",
            "org.trustedtrader.platform.clock.ClockConfiguration",
            "org.trustedtrader.platform.operations.OperationsConfiguration",
            "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration"
        })
class ProbeApplication {

    @Bean
    AccessTable access() {
        return AccessTable.builder()
                .allow(HttpMethod.POST, "/v1/things", "writer")
                .allow(HttpMethod.POST, "/v1/notes", "writer")
                .allow(HttpMethod.POST, "/v1/things/{id}/closing", "writer")
                .allow(HttpMethod.PUT, "/v1/things/{id}", "writer")
                .allow(HttpMethod.GET, "/v1/things", "writer")
                .allow(HttpMethod.POST, "/v1/files", "writer")
                .allow(HttpMethod.GET, "/v1/refusals/{kind}", "writer")
                .allow(HttpMethod.GET, "/v1/records/{id}", "account-owner")
                .allow(HttpMethod.POST, "/v1/approval", "approver")
                .allow(HttpMethod.POST, "/v1/suspension", "approver")
                .allowAuthenticated(HttpMethod.GET, "/v1/self")
                .build();
    }
}
