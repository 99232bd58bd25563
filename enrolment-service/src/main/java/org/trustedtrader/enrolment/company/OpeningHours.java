package org.trustedtrader.enrolment.company;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * When a site is open on working days, in the site's own time zone. Closing before opening means past midnight; closing at
 * {@code 00:00} means midnight at the end of the day, so that {@code 00:00} to {@code 00:00} is a site that never closes.
 */
public record OpeningHours(LocalTime opens, LocalTime closes, ZoneId timeZone) {

    private static final String END_OF_DAY = "24:00";

    public OpeningHours {
        if (opens.equals(closes) && !closes.equals(LocalTime.MIDNIGHT)) {
            throw new Refusal.InvalidInput("closes", Message.of("enrolment.company.closes-as-it-opens"));
        }
    }

    /** Reads local times written as {@code 08:30}, closing up to {@code 24:00}, and an IANA name such as {@code America/Toronto}. */
    public static OpeningHours parse(String opens, String closes, String timeZone) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new Refusal.InvalidInput("timeZone", Message.of("enrolment.company.time-zone"));
        }
        var end = closes.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : time("closes", closes);
        return new OpeningHours(time("opens", opens), end, ZoneId.of(timeZone));
    }

    /** The time of closing for people: {@code 24:00} for midnight. */
    public String closesAt() {
        return closes.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : closes.toString();
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal.InvalidInput(field, Message.of("enrolment.company.time-of-day"));
        }
    }
}
