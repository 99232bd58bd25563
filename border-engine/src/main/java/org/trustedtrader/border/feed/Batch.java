package org.trustedtrader.border.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one line of the feed says. Positions count changes; a batch follows the one whose {@code upTo} is its {@code after}.
 *
 * @param epoch   one run of the log that positions belong to; another run counts anew
 * @param stretch which part of the feed it belongs to: {@link #LIVE}, or the name of one snapshot
 * @param number  higher than that of every live batch before it in the epoch; a snapshot has that of the one it stands at
 * @param after   the position that the reader must be at; in a snapshot, how many of its changes came before
 * @param upTo    the position that the reader is at afterwards
 * @param changes empty in a batch that only says that nothing else happened
 */
public record Batch(
        Kind kind,
        String epoch,
        String stretch,
        long number,
        long after,
        long upTo,
        Issue issue,
        List<Change> changes) {

    public static final String LIVE = "live";

    public Batch {
        changes = List.copyOf(changes);
        if (number < 0 || after < 0 || upTo < 0) {
            throw new IllegalArgumentException("Batch " + number + " goes from " + after + " to " + upTo + ".");
        }
        if (kind != Kind.COMPLETE && upTo - after != changes.size()) {
            throw new IllegalArgumentException("Batch " + number + " lacks changes.");
        }
        if ((kind == Kind.CHANGES) != stretch.equals(LIVE)) {
            throw new IllegalArgumentException("Batch " + number + " is of " + stretch + " and of kind " + kind + ".");
        }
    }

    /** What a batch is part of. */
    public enum Kind {
        /** A part of a snapshot, which may not be used before it is complete. */
        SNAPSHOT,
        /** The end of a snapshot: {@code after} is how many changes it has, {@code upTo} the live position it stands at. */
        COMPLETE,
        /** What has changed since. */
        CHANGES
    }

    /**
     * When a batch was issued and how good the issuer's knowledge was.
     *
     * @param at          machine time, UTC
     * @param programmeAt programme time then
     * @param statusAge   how long before that a member may have changed unheard
     * @param lease       how old knowledge may be before nobody relies on it
     */
    public record Issue(Instant at, Instant programmeAt, Duration statusAge, Duration lease) {

        public Issue {
            if (statusAge.isNegative() || lease.isNegative()) {
                throw new IllegalArgumentException("An age cannot be negative.");
            }
        }
    }
}
