package org.trustedtrader.enrolment.annualreview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The periods of an annual review; settings. Days are days of the programme's zone.
 *
 * @param opensDays days before the anniversary of the membership at which the review opens
 * @param leastDays days that the company has at least, from the opening and from each time that the turn comes back to it
 * @param source    where the rule comes from, for the history
 */
public record AnnualReviewRules(int opensDays, int leastDays, String source) {

    private static final int LONGEST_DAYS = 364;

    public AnnualReviewRules {
        if (opensDays < 1 || opensDays > LONGEST_DAYS || leastDays < 0) {
            throw new IllegalArgumentException("an annual review opens 1 to " + LONGEST_DAYS + " days before its day");
        }
    }

    /** The anniversary whose review is open on that day; empty on a day on which none is. */
    Optional<LocalDate> anniversaryNear(LocalDate memberSince, LocalDate today) {
        var years = Math.max(1, ChronoUnit.YEARS.between(memberSince, today));
        var last = memberSince.plusYears(years);
        var next = last.isBefore(today) ? memberSince.plusYears(years + 1) : last;
        return Optional.of(next).filter(day -> !today.isBefore(day.minusDays(opensDays)));
    }

    /** The due date, put off where the company would have fewer days than it needs. */
    LocalDate dueOn(LocalDate dueOn, LocalDate today) {
        var least = today.plusDays(leastDays);
        return least.isAfter(dueOn) ? least : dueOn;
    }
}
