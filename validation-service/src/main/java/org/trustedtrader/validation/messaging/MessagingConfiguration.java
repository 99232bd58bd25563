package org.trustedtrader.validation.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.validation.planning.KnownMemberships;
import org.trustedtrader.validation.visit.KnownFiles;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import tools.jackson.databind.json.JsonMapper;

/** Which events are heard. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    Listeners listeners(
            KnownFiles files, KnownMemberships memberships, MakeInitialVisitDue initialVisits, JsonMapper json) {
        return new Listeners(files, memberships, initialVisits, json);
    }

    @Bean
    Subscription assessments(Listeners listeners) {
        return Subscription.from("assessment").of("assessment").handledBy(listeners::assessment);
    }

    @Bean
    Subscription applications(Listeners listeners) {
        return Subscription.from("enrolment").of("application").handledBy(listeners::application);
    }

    @Bean
    Subscription membershipChanges(Listeners listeners) {
        return Subscription.from("enrolment").of("membership").handledBy(listeners::membership);
    }
}
