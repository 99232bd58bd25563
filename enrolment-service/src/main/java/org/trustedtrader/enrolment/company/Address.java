package org.trustedtrader.enrolment.company;

import java.util.Locale;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;

/** Where a site is. {@code region} is a province or state; {@code country} an ISO 3166 two-letter code. */
public record Address(String street, String city, String region, String postalCode, String country) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Address {
        Text.required("address.street", street, 120);
        Text.required("address.city", city, 80);
        Text.optional("address.region", region, 80);
        Text.optional("address.postalCode", postalCode, 16);
        if (!COUNTRIES.contains(country)) {
            throw new Refusal.InvalidInput(
                    "address.country", "A country is an ISO 3166 code of two capitals, such as CA.");
        }
    }
}
