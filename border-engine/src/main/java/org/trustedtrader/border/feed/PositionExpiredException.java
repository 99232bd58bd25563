package org.trustedtrader.border.feed;

/** What came after a reader's position is no longer here, or the position is of another run: a snapshot has to be loaded. */
public final class PositionExpiredException extends Exception {

    public PositionExpiredException() {
        super("The changes since that position are not kept any more. Load a snapshot and go on from its position.");
    }
}
