package org.trustedtrader.platform.outbox;

/** Told after each commit, so that the aggregate's pending events are sent without waiting for the next sweep. */
@FunctionalInterface
public interface Announcements {

    /** Must return at once and must not fail: the event is stored already. */
    void committed(Outbox outbox, String aggregateId);
}
