package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.identifier.Country;
import org.trustedtrader.platform.identifier.PostalCode;
import org.trustedtrader.platform.identifier.Region;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Where a site is.
 *
 * @param region     province or state: the part of its ISO 3166-2 code after the country, such as {@code ON}; records from
 *                   before this rule may hold another text
 * @param postalCode in the form of the country's post
 * @param country    ISO 3166, two capitals
 */
public record Address(String street, String city, String region, String postalCode, String country) {

    public Address {
        Text.required("address.street", street, 120);
        Text.required("address.city", city, 80);
        Text.optional("address.region", region, 80);
        Text.optional("address.postalCode", postalCode, 16);
        Country.parse("address.country", country);
    }

    /** ISO 3166-2 ({@code CA-ON}); the country alone where the record names no region, or none that there is. */
    String regionCode() {
        try {
            var code = Region.parse("region", country, region);
            return code.isEmpty() ? country : country + "-" + code;
        } catch (Refusal.InvalidInput e) {
            return country;
        }
    }

    /**
     * An address as somebody typed it.
     *
     * @param at where it stands in the request, such as {@code sites[0].address}
     */
    public static Address parse(
            String at, String street, String city, String region, String postalCode, String country) {
        var code = Country.parse(at + ".country", country);
        return new Address(
                street.strip(),
                city.strip(),
                Region.parse(at + ".region", code, region),
                PostalCode.parse(at + ".postalCode", code, postalCode),
                code);
    }
}
