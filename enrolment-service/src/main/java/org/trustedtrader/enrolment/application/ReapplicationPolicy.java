package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * How long a company waits after a denial or a cancellation before it may apply again; a setting, since policy may change it.
 *
 * @param months 0 for no wait
 * @param source where the number comes from, shown to the company
 */
public record ReapplicationPolicy(int months, String source) {

    public ReapplicationPolicy {
        if (months < 0 || months > 120) {
            throw new IllegalArgumentException("a company waits 0 to 120 months, not " + months);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a waiting time names its source");
        }
    }

    public Reapplication after(Reapplication.Cause cause, Instant at) {
        return new Reapplication(cause, at, BusinessCalendar.shipped().dayOf(at).plusMonths(months));
    }
}
