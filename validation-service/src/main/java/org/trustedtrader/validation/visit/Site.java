package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * A site of the company as it was when the visit was planned.
 *
 * @param country   ISO 3166-1 alpha-2
 * @param region    province or state, such as {@code ON}
 * @param functions what happens there, as the company's profile names it
 */
public record Site(
        String id,
        String name,
        List<String> functions,
        String street,
        String city,
        String region,
        String postalCode,
        String country,
        ZoneId zone,
        int headcount,
        OpeningHours hours) {

    private static final String HOME = "CA";

    public Site {
        functions = List.copyOf(functions);
    }

    public boolean isForeign() {
        return !country.equals(HOME);
    }

    /** Where its public holidays are made. */
    public Jurisdiction jurisdiction() {
        return Jurisdiction.of(country, region);
    }

    /** The day that it is there. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
