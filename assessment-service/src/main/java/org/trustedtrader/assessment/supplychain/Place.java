package org.trustedtrader.assessment.supplychain;

import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A party or a site: where a leg begins or ends.
 *
 * @param siteId  the company's own site, if it is one
 * @param country ISO 3166-1 alpha-2, such as {@code CA}
 * @param region  the part of ISO 3166-2 after the hyphen, such as {@code ON}
 */
public record Place(Optional<String> siteId, String name, String country, Optional<String> region) {

    private static final int LONGEST_NAME = 200;

    public Place {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refusal.InvalidInput("name", Message.of("assessment.place.name", LONGEST_NAME));
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new Refusal.InvalidInput("country", Message.of("assessment.place.country"));
        }
        if (region.filter(code -> !code.matches("[A-Z0-9]{1,3}")).isPresent()) {
            throw new Refusal.InvalidInput("region", Message.of("assessment.place.region"));
        }
    }

    public static Place party(String name, String country) {
        return new Place(Optional.empty(), name, country, Optional.empty());
    }

    /**
     * Whether goods that arrive at one are at the other. The company's own sites are told apart by their ids, other places by
     * name, country and, if both say it, region.
     */
    public boolean isSameAs(Place other) {
        if (siteId.isPresent() && other.siteId.isPresent()) {
            return siteId.equals(other.siteId);
        }
        return country.equals(other.country)
                && (region.isEmpty() || other.region.isEmpty() || region.equals(other.region))
                && name.strip().equalsIgnoreCase(other.name.strip());
    }

    /** {@code US-MI} or {@code US}. */
    public String code() {
        return region.map(part -> country + "-" + part).orElse(country);
    }
}
