package org.trustedtrader.benefits.decision.log;

/**
 * Room for one record, whose place is known before its bytes are. Exactly one of {@link #commit} and {@link #abandon} must
 * follow: nothing after an open claim is shipped.
 */
public final class Reservation {

    private final Segment segment;
    private final long place;
    private final int length;

    Reservation(Segment segment, long place, int length) {
        this.segment = segment;
        this.place = place;
        this.length = length;
    }

    public long run() {
        return segment.run();
    }

    public long place() {
        return place;
    }

    /** The record survives the death of the process when this returns. As many bytes as were claimed are taken. */
    public void commit(byte[] bytes, int from) {
        segment.write(place, bytes, from, length);
    }

    public void abandon() {
        segment.leave(place, Frame.size(length));
    }
}
