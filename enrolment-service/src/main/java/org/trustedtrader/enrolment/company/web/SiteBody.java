package org.trustedtrader.enrolment.company.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Address;
import org.trustedtrader.enrolment.company.Coordinates;
import org.trustedtrader.enrolment.company.OpeningHours;
import org.trustedtrader.enrolment.company.Site;
import org.trustedtrader.enrolment.company.SiteFunction;

/** A site of a company; coordinates in decimal degrees, times of day in the site's own time zone. */
record SiteBody(
        @NotNull(message = "The site's id is missing.")
        @Pattern(regexp = "[a-z0-9-]{1,40}", message = "A site's id has 1 to 40 small letters, digits or hyphens.")
        String id,

        @NotBlank(message = "The site's name is missing.") @Size(max = 120)
        String name,

        @NotEmpty(message = "Say what the site is used for.")
        Set<@NotNull SiteFunction> functions,

        @NotNull(message = "The address is missing.") @Valid AddressBody address,

        @NotNull(message = "The latitude is missing.")
        @DecimalMin(value = "-90", message = "A latitude lies between -90 and 90 degrees.")
        @DecimalMax(value = "90", message = "A latitude lies between -90 and 90 degrees.")
        Double latitude,

        @NotNull(message = "The longitude is missing.")
        @DecimalMin(value = "-180", message = "A longitude lies between -180 and 180 degrees.")
        @DecimalMax(value = "180", message = "A longitude lies between -180 and 180 degrees.")
        Double longitude,

        @Min(value = 0, message = "A headcount is not negative.")
        @Max(value = 100_000, message = "A headcount is at most 100000.")
        int headcount,

        @NotNull(message = "The time zone is missing.") String timeZone,

        @NotNull(message = "The opening hours are missing.") @Valid
        HoursBody hours) {

    record AddressBody(
            @NotBlank(message = "The street is missing.") String street,
            @NotBlank(message = "The city is missing.") String city,
            @Nullable String region,
            @Nullable String postalCode,

            @NotNull(message = "The country is missing.") String country) {}

    record HoursBody(
            @NotNull(message = "The opening time is missing.")
            String opens,

            @NotNull(message = "The closing time is missing.")
            String closes) {}

    /** @param at where this site stands in the request, such as {@code sites[0]} */
    Site toSite(String at) {
        return new Site(
                id,
                name.strip(),
                functions,
                Address.parse(
                        at + ".address",
                        address.street(),
                        address.city(),
                        CompanyBody.orEmpty(address.region()),
                        CompanyBody.orEmpty(address.postalCode()),
                        address.country()),
                new Coordinates(latitude, longitude),
                OpeningHours.parse(hours.opens(), hours.closes(), timeZone),
                headcount);
    }

    static SiteBody of(Site site) {
        var a = site.address();
        return new SiteBody(
                site.id(),
                site.name(),
                site.functions(),
                new AddressBody(a.street(), a.city(), a.region(), a.postalCode(), a.country()),
                site.coordinates().latitude(),
                site.coordinates().longitude(),
                site.headcount(),
                site.hours().timeZone().getId(),
                new HoursBody(site.hours().opens().toString(), site.hours().closesAt()));
    }
}
