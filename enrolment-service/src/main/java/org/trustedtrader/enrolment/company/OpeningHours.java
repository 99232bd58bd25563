package org.trustedtrader.enrolment.company;

import java.time.LocalTime;
import java.time.ZoneId;
import org.trustedtrader.platform.refusal.Refusal;

/** When a site is open on working days, in the site's own time zone; closing before opening means past midnight. */
public record OpeningHours(LocalTime opens, LocalTime closes, ZoneId timeZone) {

    public OpeningHours {
        if (opens.equals(closes)) {
            throw new Refusal.InvalidInput("closes", "A site cannot close at the minute at which it opens.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(timeZone.getId())) {
            throw new Refusal.InvalidInput("timeZone", "A time zone is an IANA name, such as America/Toronto.");
        }
    }
}
