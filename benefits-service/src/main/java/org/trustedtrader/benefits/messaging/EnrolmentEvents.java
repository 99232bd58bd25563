package org.trustedtrader.benefits.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.recognition.export.CompanyProjections;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.inbox.Subscription;
import tools.jackson.databind.json.JsonMapper;

/**
 * Companies, memberships and driver cards. What takes benefits away is applied on receipt, what grants them when it is stored.
 * A trader with a parked event is not trusted until the event is replayed.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentEvents {

    @Bean
    StatusEventMapper statusEvents(JsonMapper json) {
        return new StatusEventMapper(json);
    }

    @Bean
    Subscription enrolment(StatusEventMapper events, BorderStatus status) {
        return Subscription.from("enrolment")
                .of("company", "membership", "driver-card")
                .handledInBatches(
                        all -> status.apply(all.stream().map(events::read).toList()))
                .onDelivery(event -> status.receive(events.read(event)))
                .whenParked(event -> StatusEventMapper.unreadable(event).ifPresent(status::apply));
    }

    @Bean
    PartnerEventMapper partnerEvents(JsonMapper json) {
        return new PartnerEventMapper(json);
    }

    @Bean
    Subscription exportedCompanies(PartnerEventMapper events, CompanyProjections companies) {
        return Subscription.from("enrolment").of("company").handledBy(event -> companies.keep(events.company(event)));
    }
}
