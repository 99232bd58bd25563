package org.trustedtrader.border.eligibility;

import java.time.Duration;
import java.time.Instant;

/**
 * When a question was asked and how old the knowledge was that answered it.
 *
 * @param askedAt   programme time
 * @param statusAge how long ago a member may have changed unheard, by this machine's monotonic clock
 * @param lease     how old it may be
 */
public record Moment(Instant askedAt, Duration statusAge, Duration lease) {

    /** Whether enough is known of that time, milliseconds: what lies before the age of the status is history. */
    public boolean covers(long millis) {
        return statusAge.compareTo(lease) <= 0 || millis < askedAt.toEpochMilli() - statusAge.toMillis();
    }

    /** Until when the answer may be relied on, given when it changes by itself. */
    public Instant validUntil(long nextChange) {
        var leaseEnds = statusAge.compareTo(lease) <= 0 ? askedAt.plus(lease.minus(statusAge)) : askedAt;
        var changes = Instant.ofEpochMilli(nextChange);
        return nextChange != Long.MAX_VALUE && changes.isAfter(askedAt) && changes.isBefore(leaseEnds)
                ? changes
                : leaseEnds;
    }
}
