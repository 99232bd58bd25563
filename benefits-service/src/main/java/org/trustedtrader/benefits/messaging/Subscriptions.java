package org.trustedtrader.benefits.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.recognition.export.OurCompanies;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;
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
                .of("company", "membership", "driver-card")
                .handledInBatches(
                        all -> status.apply(all.stream().map(events::read).toList()))
                .onDelivery(event -> status.receive(events.read(event)))
                .whenParked(event -> StatusEvents.unreadable(event).ifPresent(status::apply));
    }

    @Bean
    PartnerEvents partnerEvents(JsonMapper json) {
        return new PartnerEvents(json);
    }

    /** Other replicas' changes; a member whose event had to be parked is not recognised until it is replayed. */
    @Bean
    Subscription ownPartnerMembers(PartnerEvents events, RecognisedMembers memory) {
        return Subscription.from("benefits")
                .of("partner-member", "partner")
                .handledBy(event -> events.tell(event, memory))
                .whenParked(event -> memory.doubt(event.aggregateId(), event.version()));
    }

    @Bean
    Subscription ourCompanies(PartnerEvents events, OurCompanies companies) {
        return Subscription.from("enrolment").of("company").handledBy(event -> companies.keep(events.company(event)));
    }
}
