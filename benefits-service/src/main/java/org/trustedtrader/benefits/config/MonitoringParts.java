package org.trustedtrader.benefits.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.trustedtrader.benefits.consent.ConsentKnowledge;
import org.trustedtrader.benefits.consent.ConsentMemory;
import org.trustedtrader.benefits.consent.Consents;
import org.trustedtrader.benefits.consent.KeepConsents;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.monitoring.MonitorPartner;
import org.trustedtrader.benefits.monitoring.ReadPartnerChanges;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.border.status.BorderStatus;

/** The parts of partner monitoring put together. */
@Configuration(proxyBeanMethods = false)
class MonitoringParts {

    /** Loaded before the first event is heard and before the first question is asked, after the starting point was read. */
    @Bean
    @DependsOn("startingPoint")
    ConsentMemory consentMemory(Consents consents) {
        return ConsentMemory.load(consents);
    }

    @Bean
    KeepConsents keepConsents(Consents consents, ConsentMemory memory, Clock clock) {
        return new KeepConsents(consents, memory, clock);
    }

    @Bean
    MonitorPartner monitorPartner(
            BorderStatus status,
            PolicyBook policies,
            ConsentMemory memory,
            Consents consents,
            Lease lease,
            Journal journal) {
        return new MonitorPartner(status, policies, new ConsentKnowledge(memory, consents), lease, journal);
    }

    @Bean
    ReadPartnerChanges readPartnerChanges(ConsentMemory memory, BorderStatus status, Lease lease) {
        return new ReadPartnerChanges(memory, status, lease, Clock.systemUTC());
    }
}
