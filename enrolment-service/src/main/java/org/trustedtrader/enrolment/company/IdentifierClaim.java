package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A company's claim to an identifier, and what officers found of it. Only a confirmed one grants anything.
 *
 * @param replaces       the number of the same scheme that is given up when this one is confirmed
 * @param source         where the officer looked, such as a register
 * @param reason         why it was refused or revoked
 * @param decidedBy      actor id of the officer
 * @param confirmedUntil the day on which it should be confirmed again
 */
public record IdentifierClaim(
        Identifier identifier,
        State state,
        @Nullable String replaces,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate confirmedUntil) {

    /** Of identifiers that members held before officers confirmed any. */
    public static final String MIGRATED = "migrated, to be reconfirmed";

    /** Where a claim stands. */
    public enum State {
        CLAIMED,
        CONFIRMED,
        REFUSED,
        /** Nobody confirmed it again in time. */
        EXPIRED,
        REVOKED,
        /** The application ended before anybody decided. */
        LAPSED,
        /** It was confirmed, and the company gave it up: nobody else takes a number that its shipments are known by. */
        CLOSED;

        /** Whether the number belongs to this company alone. */
        boolean exclusive() {
            return this == CONFIRMED || this == EXPIRED || this == CLOSED;
        }

        /** Whether the company stands by its claim. */
        boolean alive() {
            return this == CLAIMED || this == CONFIRMED || this == EXPIRED;
        }
    }

    /**
     * What an officer found.
     *
     * @param source where the officer looked
     * @param reason of a refusal or a revocation; empty for a confirmation
     */
    public record Finding(String source, String reason) {

        String about(Identifier identifier) {
            return identifier + " (" + source + ")" + (reason.isEmpty() ? "" : ": " + reason);
        }
    }

    /** Whether an officer should look into it, for the first time or again. */
    public boolean isToBeConfirmed() {
        return state == State.CLAIMED || state == State.EXPIRED || MIGRATED.equals(source) && state == State.CONFIRMED;
    }

    static IdentifierClaim of(Identifier identifier, @Nullable String replaces) {
        return new IdentifierClaim(identifier, State.CLAIMED, replaces, null, null, null, null, null);
    }

    static IdentifierClaim migrated(Identifier identifier, Instant at, @Nullable LocalDate until) {
        return new IdentifierClaim(identifier, State.CONFIRMED, null, MIGRATED, null, null, at, until);
    }

    IdentifierClaim confirmed(Finding finding, LocalDate until, Actor officer, Instant at) {
        return new IdentifierClaim(identifier, State.CONFIRMED, null, finding.source(), null, officer.id(), at, until);
    }

    IdentifierClaim against(State outcome, Finding finding, Actor officer, Instant at) {
        return new IdentifierClaim(
                identifier, outcome, replaces, finding.source(), finding.reason(), officer.id(), at, null);
    }

    /** The same claim to the same number in another writing. */
    IdentifierClaim written(Identifier same) {
        return new IdentifierClaim(same, state, replaces, source, reason, decidedBy, decidedAt, confirmedUntil);
    }

    IdentifierClaim in(State other) {
        return new IdentifierClaim(identifier, other, replaces, source, reason, decidedBy, decidedAt, confirmedUntil);
    }
}
