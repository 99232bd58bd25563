package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which the ball is with the applicant and the service-standard clock stands still; open while until is null. */
public record Pause(Reason reason, Instant from, @Nullable Instant until) {

    public enum Reason {
        INFORMATION_REQUESTED,
        INTENT_TO_DENY
    }

    boolean open() {
        return until == null;
    }

    /** Its end, or the given moment if it goes on beyond that. */
    Instant endBy(Instant moment) {
        return until == null || until.isAfter(moment) ? moment : until;
    }

    Pause endingAt(Instant end) {
        return new Pause(reason, from, end);
    }
}
