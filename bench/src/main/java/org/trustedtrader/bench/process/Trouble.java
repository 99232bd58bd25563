package org.trustedtrader.bench.process;

/** What keeps something from being measured, in words for the person who runs the bench. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
