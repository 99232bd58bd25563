package org.trustedtrader.platform.inbox;

/**
 * From where a reader that keeps what it hears in memory may read each feed on, because the effect of everything before is
 * in what it loads at its start. A loader must take these cursors from before the load: too early a cursor costs
 * reading, too late a one loses events. It never makes anything fresh; only a completed catch-up does.
 */
public interface FeedCheckpoint {

    FeedCheckpoint BEGINNING = feed -> "";

    /**
     * @param feed source and aggregate, such as {@code enrolment/membership}
     * @return a cursor as {@link InMemoryCursors#takenIn} or {@link #takenIn} gave it; empty for the beginning
     */
    String of(String feed);

    /** Told when everything up to this cursor has been handled, its effects stored or the message parked. */
    default void takenIn(String feed, String cursor) {}
}
