package org.trustedtrader.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.event.Event;

/** The events that aggregates of one kind have stored and not yet announced. */
public interface Outbox {

    /** The kind of aggregate: {@code application}. */
    String aggregate();

    /** What one aggregate has still to announce, oldest first. */
    List<Event> pending(String aggregateId);

    /** Forgets an event that the broker has confirmed. */
    void published(String aggregateId, Event event);

    /** Ids of aggregates with an event that was recorded before the given machine time, at most {@code limit}. */
    List<String> pendingBefore(Instant before, int limit);

    /** When the oldest event that still waits was recorded, machine time. */
    Optional<Instant> oldestPending();

    /**
     * The newest event of each aggregate that changed since the cursor: what a reader needs to catch up.
     *
     * @param overlapSeconds how far before the cursor to begin, so that a write that was slow to commit is not missed
     */
    Changes changesSince(String cursor, long overlapSeconds, int limit);

    /**
     * One page of a catch-up feed.
     *
     * @param events newest event per aggregate, in order of change
     * @param next   the cursor after this page; opaque to the reader, except that it is kept
     * @param more   whether another page follows now
     */
    record Changes(List<Event> events, String next, boolean more) {}
}
