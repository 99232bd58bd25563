package org.trustedtrader.local;

/** Something that the person at the keyboard can mend; the message says what and how, so no stack trace is shown. */
public final class PlatformTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PlatformTrouble(String message) {
        super(message);
    }

    public PlatformTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
