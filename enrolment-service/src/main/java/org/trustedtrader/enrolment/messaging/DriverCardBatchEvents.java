package org.trustedtrader.enrolment.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.drivercard.RegisterBatch;
import org.trustedtrader.platform.inbox.Subscription;

/** A registered batch registers its cards; as an event, so that it goes on after a crash. */
@Configuration(proxyBeanMethods = false)
class DriverCardBatchEvents {

    private final RegisterBatch register;

    DriverCardBatchEvents(RegisterBatch register) {
        this.register = register;
    }

    @Bean
    Subscription driverCardBatches() {
        return Subscription.from("enrolment")
                .of("driver-card-batch")
                .handledBy(event -> register.carryOut(event.aggregateId()));
    }
}
