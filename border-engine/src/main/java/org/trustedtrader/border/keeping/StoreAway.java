package org.trustedtrader.border.keeping;

/** The store does not answer now, which says nothing of what it holds. */
public final class StoreAway extends RuntimeException {

    public StoreAway(Throwable cause) {
        super("The store of known states does not answer.", cause);
    }
}
