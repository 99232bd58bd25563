package org.trustedtrader.platform.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A country, or a province, territory or state of it, whose holidays count.
 *
 * @param country ISO 3166-1 alpha-2, such as {@code CA}
 * @param region  second part of the ISO 3166-2 code, such as {@code ON}; empty for the country alone
 */
public record Jurisdiction(String country, String region) {

    /** Federal law only. */
    public static final Jurisdiction CANADA = new Jurisdiction("CA", "");

    /** Accepts {@code ("CA", "ON")} and {@code ("CA", "CA-ON")}, in any case; without a region the country alone. */
    public static Jurisdiction of(String country, @Nullable String region) {
        var upperCountry = country.strip().toUpperCase(Locale.ROOT);
        var upperRegion = region == null ? "" : region.strip().toUpperCase(Locale.ROOT);
        var prefix = upperCountry + "-";
        return new Jurisdiction(
                upperCountry, upperRegion.startsWith(prefix) ? upperRegion.substring(prefix.length()) : upperRegion);
    }

    boolean isCanadian() {
        return country.equals(CANADA.country);
    }

    /** Whether the holidays of {@code other} are holidays here too: those of the country, and of this region. */
    boolean isWithin(Jurisdiction other) {
        return country.equals(other.country) && (other.region.isEmpty() || region.equals(other.region));
    }

    @Override
    public String toString() {
        return region.isEmpty() ? country : country + "-" + region;
    }
}
