package org.trustedtrader.assessment.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A time, and the zone whose days count: that of the company's sites or, if none is known, the programme's. */
public record Moment(Instant at, ZoneId zone) {

    /** The day that it is there. */
    public LocalDate day() {
        return dayOf(at);
    }

    public LocalDate dayOf(Instant other) {
        return LocalDate.ofInstant(other, zone);
    }
}
