package org.trustedtrader.enrolment.company;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.trustedtrader.platform.refusal.Refusal;

/** When a site is open on working days, in the site's own time zone; closing before opening means past midnight. */
public record OpeningHours(LocalTime opens, LocalTime closes, ZoneId timeZone) {

    public OpeningHours {
        if (opens.equals(closes)) {
            throw new Refusal.InvalidInput("closes", "A site cannot close at the minute at which it opens.");
        }
    }

    /** Reads local times written as {@code 08:30} and an IANA name such as {@code America/Toronto}. */
    public static OpeningHours parse(String opens, String closes, String timeZone) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new Refusal.InvalidInput("timeZone", "A time zone is an IANA name, such as America/Toronto.");
        }
        return new OpeningHours(time("opens", opens), time("closes", closes), ZoneId.of(timeZone));
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal.InvalidInput(field, "A time of day is written as 08:30.");
        }
    }
}
