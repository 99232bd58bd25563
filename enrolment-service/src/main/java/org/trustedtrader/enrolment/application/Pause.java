package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A time in which the service-standard clock stands still; open while until is null.
 *
 * @param stoppedBy null in records of the version before, like startedBy
 * @param startedBy who let the clock run again, null while it stands still
 */
public record Pause(
        Reason reason,
        Instant from,
        @Nullable Instant until,
        @Nullable By stoppedBy,
        @Nullable By startedBy) {

    /** Why the clock stands still; the last two are for good unless an approval is taken back. */
    public enum Reason {
        INFORMATION_REQUESTED,
        INTENT_TO_DENY,
        /** The company fills in its security profile. */
        SECURITY_PROFILE,
        /** The company chooses the time of a visit, or answers its report. */
        VISIT,
        APPROVED,
        ENDED;

        private static final Set<Reason> FOLLOWED = Set.of(SECURITY_PROFILE, VISIT);

        /** Whether it comes and goes with the reports of assessment and validation. */
        boolean followsReports() {
            return FOLLOWED.contains(this);
        }
    }

    /**
     * Who stopped or started the clock.
     *
     * @param actor an actor id
     * @param side  on whose behalf
     */
    public record By(String actor, Turn side) {

        static By of(Actor actor) {
            return new By(actor.id(), actor.company().isPresent() ? Turn.APPLICANT : Turn.PROGRAMME);
        }
    }

    static Pause began(Reason reason, Instant from, Actor by) {
        return new Pause(reason, from, null, By.of(by), null);
    }

    boolean open() {
        return until == null;
    }

    boolean empty() {
        return from.equals(until);
    }

    /** Its end, or the given moment if it goes on beyond that. */
    Instant endBy(Instant moment) {
        return until == null || until.isAfter(moment) ? moment : until;
    }

    Pause endingAt(Instant end, Actor by) {
        return new Pause(reason, from, end, stoppedBy, By.of(by));
    }
}
