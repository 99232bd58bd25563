package org.trustedtrader.local;

/** Something that the person at the keyboard can mend; the message says what and how, so no stack trace is shown. */
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
