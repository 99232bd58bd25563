package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.identifier.CarrierCode;

/**
 * A company as other services may know it: without its contacts, and with those identifiers only that officers confirmed.
 *
 * @param region to which its file belongs, such as {@code CA-ON}; empty without a site
 * @param officialLanguage {@code en} or {@code fr}
 */
public record CompanyAnnouncement(
        String businessNumber,
        String legalName,
        List<String> linesOfBusiness,
        List<AnnouncedAccount> programmeAccounts,
        @Nullable String carrierCode,
        List<AnnouncedSite> sites,
        String region,
        String officialLanguage,
        Instant effectiveAt) {

    public static CompanyAnnouncement of(Company company) {
        var details = company.confirmedDetails();
        return new CompanyAnnouncement(
                company.id(),
                details.legalName(),
                details.linesOfBusiness().stream().map(Enum::name).toList(),
                details.programmeAccounts().stream()
                        .map(account -> new AnnouncedAccount(account.programme().name(), account.number()))
                        .toList(),
                details.carrierCode().map(CarrierCode::code).orElse(null),
                details.sites().stream().map(AnnouncedSite::of).toList(),
                company.region().orElse(""),
                details.language().code(),
                company.effectiveAt());
    }

    public record AnnouncedAccount(String programme, String number) {}

    /** A site as other services may know it. */
    public record AnnouncedSite(
            String id,
            String name,
            List<String> functions,
            Address address,
            double latitude,
            double longitude,
            int headcount,
            String timeZone,
            Hours hours) {

        static AnnouncedSite of(Site site) {
            return new AnnouncedSite(
                    site.id(),
                    site.name(),
                    site.functions().stream().map(Enum::name).toList(),
                    site.address(),
                    site.coordinates().latitude(),
                    site.coordinates().longitude(),
                    site.headcount(),
                    site.hours().timeZone().getId(),
                    new Hours(
                            site.hours().opens().toString(),
                            site.hours().closes().toString()));
        }
    }

    /** Local times, {@code HH:mm}. */
    public record Hours(String opens, String closes) {}
}
