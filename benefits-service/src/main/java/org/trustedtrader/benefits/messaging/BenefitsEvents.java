package org.trustedtrader.benefits.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.policy.ApplyPublishedPolicy;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.platform.inbox.Subscription;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the other replicas of this service changed: published rules, and partners' members. From the date of rules that had to
 * be parked on, nothing is granted.
 */
@Configuration(proxyBeanMethods = false)
class BenefitsEvents {

    @Bean
    PolicyEventMapper policyEvents(JsonMapper json) {
        return new PolicyEventMapper(json);
    }

    @Bean
    Subscription ownPolicies(PolicyEventMapper events, ApplyPublishedPolicy policies) {
        return Subscription.from("benefits")
                .of("policy")
                .handledBy(event -> events.read(event).ifPresent(policies::apply))
                .whenParked(event -> policies.apply(events.notUnderstood(event)));
    }

    /** Other replicas' changes; a member whose event had to be parked is not recognised until it is replayed. */
    @Bean
    Subscription ownPartnerMembers(PartnerEventMapper events, RecognisedMembers memory) {
        return Subscription.from("benefits")
                .of("partner-member", "partner")
                .handledBy(event -> events.apply(event, memory))
                .whenParked(event -> memory.doubt(event.aggregateId(), event.version()));
    }
}
