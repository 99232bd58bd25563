package org.trustedtrader.platform.inbox;

/** A message that can never be handled, however often it is tried: it is parked at once, with this reason. */
public final class Poison extends RuntimeException {

    public Poison(String reason) {
        super(reason);
    }
}
