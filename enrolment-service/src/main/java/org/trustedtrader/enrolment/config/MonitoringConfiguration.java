package org.trustedtrader.enrolment.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.enrolment.consent.GiveConsent;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.migration.CollectionMigration;
import org.trustedtrader.enrolment.monitoring.MonitorPartner;
import org.trustedtrader.enrolment.monitoring.MonitorPartner.MonitoringTerms;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswers;
import org.trustedtrader.enrolment.monitoring.ReadPartnerChanges;
import org.trustedtrader.platform.mongo.MongoProperties;

/** Wiring of driver cards, consents and partner monitoring, which benefits-service owned before. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    /** Runs while beans are made: before heads are exported, events are consumed and requests are answered. */
    @Bean
    CollectionMigration recordsFromBenefits(
            MongoClient client,
            MongoDatabase database,
            MongoProperties settings,
            @Value("${ttp.enrolment.records-from:benefits}") String source) {
        var migration = new CollectionMigration(
                client.getDatabase(settings.databasePrefix() + source), database, source, "enrolment");
        if (!source.isEmpty()) {
            List.of("driver_cards", "consents").forEach(migration::copy);
        }
        return migration;
    }

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
