package org.trustedtrader.enrolment.company.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.Samples;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoCompaniesTest {

    @Test
    void givesBackWhatItStored() {
        for (var details : List.of(Samples.haulage(), Samples.details(Optional.empty(), List.of(), List.of()))) {
            var company = company(details);
            var restored = MongoCompanies.TYPE.restore(
                    new Aggregate.Stored(company.id(), 1, Map.of()), MongoCompanies.TYPE.state(company));
            assertThat(restored.details()).isEqualTo(details);
            assertThat(restored.claims()).containsExactlyInAnyOrderElementsOf(company.claims());
            assertThat(restored.version()).isEqualTo(1);
        }
    }

    @Test
    void announcesWhatTheSampleSaysAndNoContact() {
        assertSample("enrolment.company.registered.v1", MongoCompanies.TYPE.payload(company(Samples.haulage())));
    }

    private static Company company(CompanyDetails details) {
        var owner = new Actor("user:carla", Set.of("account-owner"), Optional.of(Samples.CARRIER));
        return Company.register(
                new BusinessNumber(Samples.CARRIER), details, owner, Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(MongoCompanies.TYPE, company(Samples.haulage()), "golden/company.json");
        GoldenDocuments.matches(
                MongoCompanies.TYPE,
                company(Samples.details(Optional.empty(), List.of(), List.of())),
                "golden/company-bare.json");
        GoldenDocuments.matches(MongoCompanies.TYPE, Samples.fromBefore(), "golden/company-from-before.json");
    }
}
