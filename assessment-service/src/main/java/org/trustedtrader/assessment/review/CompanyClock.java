package org.trustedtrader.assessment.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * The programme's clock with the days of each company: a day lasts until it is over at the company's last site, and at the
 * programme (America/Toronto) for a company whose sites are not known here.
 */
public final class CompanyClock {

    private final Clock clock;
    private final CompanySites sites;

    public CompanyClock(Clock clock, CompanySites sites) {
        this.clock = clock;
        this.sites = sites;
    }

    public Moment now(String company) {
        Instant now = clock.instant();
        ZoneId zone = sites.zonesOf(company).stream()
                .min(Comparator.<ZoneId>comparingInt(
                                site -> site.getRules().getOffset(now).getTotalSeconds())
                        .thenComparing(ZoneId::getId))
                .orElse(BusinessCalendar.PROGRAMME_ZONE);
        return new Moment(now, zone);
    }

    /** For what has begun in a company and ends in this service. */
    public Moment now(Assessment assessment) {
        return now(assessment.company());
    }

    /** The day that it is for the programme. */
    public LocalDate programmeDay() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.PROGRAMME_ZONE);
    }
}
