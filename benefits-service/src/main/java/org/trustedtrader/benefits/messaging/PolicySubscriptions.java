package org.trustedtrader.benefits.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.policy.ApplyPublishedPolicy;
import org.trustedtrader.platform.inbox.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** Every replica hears of published rules. From the date of those that had to be parked on, nothing is granted. */
@Configuration(proxyBeanMethods = false)
class PolicySubscriptions {

    @Bean
    PolicyEvents policyEvents(JsonMapper json) {
        return new PolicyEvents(json);
    }

    @Bean
    Subscription ownPolicies(PolicyEvents events, ApplyPublishedPolicy policies) {
        return Subscription.from("benefits")
                .of("policy")
                .handledBy(event -> events.read(event).ifPresent(policies::hear))
                .whenParked(event -> policies.hear(events.notUnderstood(event)));
    }
}
