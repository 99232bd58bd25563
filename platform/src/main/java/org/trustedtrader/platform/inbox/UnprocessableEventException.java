package org.trustedtrader.platform.inbox;

/** A message that can never be handled, however often it is tried: it is parked at once, with this reason. */
public final class UnprocessableEventException extends RuntimeException {

    public UnprocessableEventException(String reason) {
        super(reason);
    }
}
