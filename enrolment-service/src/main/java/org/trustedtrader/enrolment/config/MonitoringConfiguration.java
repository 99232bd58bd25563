package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.enrolment.consent.GiveConsent;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.monitoring.MonitorPartner;
import org.trustedtrader.enrolment.monitoring.MonitorPartner.MonitoringTerms;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswers;
import org.trustedtrader.enrolment.monitoring.ReadPartnerChanges;

/** Wiring of driver cards, consents and partner monitoring, which benefits-service owned before. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    @Bean
    GiveConsent giveConsent(Consents consents, Clock clock) {
        return new GiveConsent(consents, clock);
    }

    @Bean
    MonitorPartner monitorPartner(
            Companies companies,
            Memberships memberships,
            Consents consents,
            MonitoringAnswers answers,
            Clock clock,
            @Value("${ttp.enrolment.monitoring.valid-for:60s}") Duration validFor) {
        return new MonitorPartner(companies, memberships, consents, answers, new MonitoringTerms(clock, validFor));
    }

    @Bean
    ReadPartnerChanges readPartnerChanges(Consents consents, Memberships memberships) {
        return new ReadPartnerChanges(consents, memberships, Clock.systemUTC());
    }
}
