package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.identifier.CarrierCode;

/** Companies as they come. */
public final class Samples {

    public static final String CARRIER = "123456782";

    private Samples() {}

    public static CompanyDetails haulage() {
        return details(Optional.of(new CarrierCode("77YY")), List.of(windsor()), List.of(CARRIER + "RM0001"));
    }

    public static CompanyDetails inFrench() {
        var haulage = haulage();
        return new CompanyDetails(
                haulage.legalName(),
                haulage.linesOfBusiness(),
                haulage.programmeAccounts(),
                haulage.carrierCode(),
                haulage.sites(),
                haulage.contacts(),
                Optional.of(OfficialLanguage.FR));
    }

    public static CompanyDetails details(Optional<CarrierCode> carrier, List<Site> sites, List<String> accounts) {
        return new CompanyDetails(
                "Maple Leaf Haulage Ltd.",
                Set.of(LineOfBusiness.IMPORTER, LineOfBusiness.HIGHWAY_CARRIER),
                accounts.stream()
                        .map(number -> new ProgrammeAccount(Programme.BN15, number))
                        .toList(),
                carrier,
                sites,
                List.of(new Contact("C. Owner", "Security manager", "security@example.com", "+1 519 555 0100")));
    }

    public static Site windsor() {
        return new Site(
                "windsor",
                "Windsor yard",
                Set.of(SiteFunction.YARD, SiteFunction.CROSS_DOCK),
                new Address("1 Huron Church Rd", "Windsor", "ON", "N9C 2L1", "CA"),
                new Coordinates(42.2859, -83.0715),
                new OpeningHours(LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of("America/Toronto")),
                40);
    }

    /** A record from before officers confirmed identifiers. */
    public static Company unmigrated(CompanyDetails details, List<String> claims) {
        return Company.restore(
                new Aggregate.Stored(CARRIER, 1, Map.of()),
                new Company.Snapshot(details, claims, null, Instant.parse("2026-11-23T12:00:00Z")));
    }

    /** A record from before identifiers and addresses had one written form. */
    public static Company fromBefore() {
        var site = new Site(
                "yard",
                "Yard",
                Set.of(SiteFunction.YARD),
                new Address("1 Main St", "Windsor", "Ontario", "90210", "CA"),
                new Coordinates(-42.5, 180),
                new OpeningHours(LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("America/Toronto")),
                0);
        var details = new CompanyDetails(
                "Old Haulage",
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                List.of(
                        new ProgrammeAccount(Programme.CTPAT, "trial-svi-9"),
                        new ProgrammeAccount(Programme.TIN, "UK123")),
                Optional.of(new CarrierCode("88ZZ")),
                List.of(site),
                List.of(new Contact("C. Owner", "", "security@example.com", ".....")));
        return Company.restore(
                new Aggregate.Stored(CARRIER, 4, Map.of()),
                new Company.Snapshot(
                        details,
                        List.of(
                                "BN9:" + CARRIER,
                                "CARRIER:88ZZ",
                                "CTPAT:TRIALSVI9",
                                "TIN:UK123",
                                "CARRIER:77YY",
                                "CTPAT:trial-svi-9"),
                        null,
                        Instant.parse("2026-11-23T12:00:00Z")));
    }
}
