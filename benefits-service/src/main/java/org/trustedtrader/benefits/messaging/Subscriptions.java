package org.trustedtrader.benefits.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.platform.inbox.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** What this service hears. Whoever an event is about that had to be parked is not trusted until it is replayed. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    StatusEvents statusEvents(JsonMapper json) {
        return new StatusEvents(json);
    }

    @Bean
    Subscription enrolment(StatusEvents events, BorderStatus status) {
        return Subscription.from("enrolment")
                .of("company", "membership")
                .handledBy(event -> status.takeIn(events.read(event)))
                .whenParked(event -> status.takeIn(StatusEvents.unreadable(event)));
    }

    @Bean
    Subscription ownCards(StatusEvents events, BorderStatus status) {
        return Subscription.from("benefits")
                .of("driver-card")
                .handledBy(event -> status.takeIn(events.read(event)))
                .whenParked(event -> status.takeIn(StatusEvents.unreadable(event)));
    }
}
