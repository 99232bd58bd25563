package org.trustedtrader.validation.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Public holidays by day, for the years that are on file. Of other years nothing is known, which is not the same as a year
 * without holidays.
 */
public record Holidays(Set<Integer> years, Map<LocalDate, String> days) {

    public Holidays {
        years = Set.copyOf(years);
        days = Map.copyOf(days);
    }

    boolean know(LocalDate day) {
        return years.contains(day.getYear());
    }

    Optional<String> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }
}
