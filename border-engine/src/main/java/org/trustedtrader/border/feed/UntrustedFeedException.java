package org.trustedtrader.border.feed;

/** A line that is not what a holder of a trusted key wrote, or not what has to come next. Nothing of it may be used. */
public final class UntrustedFeedException extends Exception {

    public UntrustedFeedException(String why) {
        super(why);
    }
}
