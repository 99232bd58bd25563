package org.trustedtrader.benefits.recognition.config;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.recognition.CompanyNames;
import org.trustedtrader.benefits.recognition.ImportPartnerList;
import org.trustedtrader.benefits.recognition.ParallelWriter;
import org.trustedtrader.benefits.recognition.PartnerLists;
import org.trustedtrader.benefits.recognition.PartnerMembers;
import org.trustedtrader.benefits.recognition.PartnerRegisters;
import org.trustedtrader.benefits.recognition.Partners;
import org.trustedtrader.benefits.recognition.Quarantine;
import org.trustedtrader.benefits.recognition.SuspendPartnerMember;
import org.trustedtrader.benefits.recognition.export.CompanyProjections;
import org.trustedtrader.benefits.recognition.export.CurrentMembers;
import org.trustedtrader.benefits.recognition.export.DrawExport;
import org.trustedtrader.benefits.recognition.export.ExportRegisters;
import org.trustedtrader.benefits.recognition.export.ExportRows;
import org.trustedtrader.benefits.recognition.export.IssuedExports;
import org.trustedtrader.benefits.recognition.export.MembershipStandings;
import org.trustedtrader.benefits.recognition.export.UpdateExportList;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;

/** The parts of mutual recognition put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecognitionProperties.class)
class RecognitionConfiguration {

    @Bean
    Partners partners() throws IOException {
        return PartnerFileReader.shipped();
    }

    /** Loaded before the first event is received and before the first question is asked, after the starting point was read. */
    @Bean
    @DependsOn("startingPoint")
    RecognisedMembers recognisedMembers(Partners partners, PartnerMembers members, PartnerRegisters registers) {
        var memory = new RecognisedMembers(partners.arrangements());
        members.forEach(member -> memory.put(member.fact()));
        for (var partner : partners.all()) {
            registers.find(partner.code()).ifPresent(r -> memory.refreshed(partner.code(), r.refreshes()));
        }
        return memory;
    }

    @Bean
    ImportPartnerList.Stores recognitionStores(
            PartnerMembers members,
            PartnerRegisters registers,
            PartnerLists lists,
            Quarantine quarantine,
            CompanyNames companies) {
        return new ImportPartnerList.Stores(members, registers, lists, quarantine, companies);
    }

    @Bean
    ParallelWriter listWriters(RecognitionProperties settings) {
        var workers = Executors.newFixedThreadPool(
                settings.writers(),
                Thread.ofPlatform().daemon().name("list-", 0).factory());
        return new ParallelWriter(workers);
    }

    @Bean
    ImportPartnerList takeInList(
            ImportPartnerList.Stores stores,
            RecognisedMembers memory,
            RecognitionProperties settings,
            ParallelWriter writers,
            Clock clock) {
        var limits = new ImportPartnerList.Limits(
                settings.mostRows(), settings.mostErrors(), settings.missingShare(), settings.missingAnyway());
        return new ImportPartnerList(stores, memory, limits, writers, clock);
    }

    @Bean
    SuspendPartnerMember suspendPartnerMember(PartnerMembers members, RecognisedMembers memory, Clock clock) {
        return new SuspendPartnerMember(members, memory, clock);
    }

    @Bean
    CurrentMembers currentMembers(CompanyProjections companies, BorderStatus status, Lease lease) {
        return new CurrentMembers(companies, new MembershipStandings(status), lease);
    }

    @Bean
    DrawExport drawExport(
            ExportRegisters registers, ExportRows rows, CurrentMembers members, IssuedExports issued, Clock clock) {
        return new DrawExport(new UpdateExportList(registers, rows, members::at, clock), issued, clock);
    }
}
