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
        @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "{enrolment.company.site-id}")
        String id,

        @NotBlank @Size(max = 120) String name,

        @NotEmpty Set<@NotNull SiteFunction> functions,

        @NotNull @Valid AddressBody address,

        @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,

        @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,

        @Min(0) @Max(100_000) int headcount,

        @NotNull String timeZone,

        @NotNull @Valid HoursBody hours) {

    record AddressBody(
            @NotBlank String street,
            @NotBlank String city,
            @Nullable String region,
            @Nullable String postalCode,

            @NotNull String country) {}

    record HoursBody(@NotNull String opens, @NotNull String closes) {}

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
