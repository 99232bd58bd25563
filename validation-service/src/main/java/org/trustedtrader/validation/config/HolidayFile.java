package org.trustedtrader.validation.config;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.trustedtrader.validation.planning.Holidays;

/**
 * Holidays as the data file writes them.
 *
 * @param source where they were taken from
 * @param years  by year, the day and its name
 */
record HolidayFile(String source, Map<Integer, Map<LocalDate, String>> years) {

    Holidays holidays() {
        var days = new HashMap<LocalDate, String>();
        years.forEach((year, ofYear) -> ofYear.forEach((day, name) -> {
            if (day.getYear() != year) {
                throw new IllegalArgumentException("The holidays of " + year + " contain " + day);
            }
            days.put(day, name);
        }));
        return new Holidays(years.keySet(), days);
    }
}
