package org.trustedtrader.enrolment.company.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.Identifier;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.enrolment.company.Samples;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.identifier.IdentifierScheme;
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
        assertSample("enrolment.company.identifier-confirmed.v1", MongoCompanies.TYPE.payload(confirmed()));
    }

    /** A company whose carrier code and account were confirmed, and that claims another account. */
    private static Company confirmed() {
        var owner = new Actor("user:carla", Set.of("account-owner"), Optional.of(Samples.CARRIER));
        var olivia = new Actor("user:olivia", Set.of("intake-officer"), Optional.empty());
        var at = Instant.parse("2026-11-24T15:00:00Z");
        var finding = new IdentifierClaim.Finding("Register of carrier codes", "");
        var company = company(Samples.haulage());
        for (var step : List.<Consumer<Company>>of(
                c -> c.claim(account("123456782RM0002"), "123456782RM0001", owner, at),
                c -> c.confirm(account("123456782RM0001"), finding, LocalDate.of(2027, 11, 24), olivia, at),
                c -> c.confirm(
                        new Identifier(IdentifierScheme.CARRIER_CODE, "77YY"),
                        finding,
                        LocalDate.of(2027, 11, 24),
                        olivia,
                        at))) {
            company.changeStored();
            step.accept(company);
        }
        return company;
    }

    private static Identifier account(String number) {
        return new Identifier(IdentifierScheme.BN15, number);
    }

    private static Company company(CompanyDetails details) {
        var owner = new Actor("user:carla", Set.of("account-owner"), Optional.of(Samples.CARRIER));
        return Company.register(
                new BusinessNumber(Samples.CARRIER), details, owner, Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void isStoredAsInGit() {
        var bare = Samples.details(Optional.empty(), List.of(), List.of());
        GoldenDocuments.matches(MongoCompanies.TYPE, company(Samples.haulage()), "golden/company-claiming.json");
        GoldenDocuments.matches(MongoCompanies.TYPE, company(Samples.inFrench()), "golden/company-french.json");
        GoldenDocuments.matches(MongoCompanies.TYPE, confirmed(), "golden/company-confirmed.json");
        GoldenDocuments.matches(MongoCompanies.TYPE, company(bare), "golden/company-claiming-nothing.json");
        GoldenDocuments.matches(
                MongoCompanies.TYPE,
                Samples.unmigrated(Samples.haulage(), List.of("BN9:123456782", "CARRIER:77YY", "BN15:123456782RM0001")),
                "golden/company.json");
        GoldenDocuments.matches(
                MongoCompanies.TYPE, Samples.unmigrated(bare, List.of("BN9:123456782")), "golden/company-bare.json");
        GoldenDocuments.matches(MongoCompanies.TYPE, Samples.fromBefore(), "golden/company-from-before.json");
    }
}
