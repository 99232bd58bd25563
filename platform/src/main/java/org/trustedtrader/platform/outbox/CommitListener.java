package org.trustedtrader.platform.outbox;

import org.trustedtrader.platform.event.Event;

/**
 * Told after each commit, so that the aggregate's pending events are sent without waiting for the next sweep. Both return at
 * once and do not fail: the event is stored already.
 */
public interface CommitListener {

    /** The aggregate has something to announce, perhaps besides what it had before. */
    PendingPublication committed(Outbox outbox, String aggregateId);

    /** The same, for an event before which nothing of its aggregate still waits: it need not be read again. */
    PendingPublication committed(Outbox outbox, Event onlyOne);
}
