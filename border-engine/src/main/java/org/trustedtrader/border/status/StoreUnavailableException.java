package org.trustedtrader.border.status;

/** The store does not answer now, which says nothing of what it holds. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("The store of known states does not answer.", cause);
    }
}
