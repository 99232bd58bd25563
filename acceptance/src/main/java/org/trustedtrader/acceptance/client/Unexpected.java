package org.trustedtrader.acceptance.client;

/** The platform did something else than the story says; the message is for the person who watches. */
public final class Unexpected extends RuntimeException {

    public Unexpected(String message) {
        super(message);
    }

    public Unexpected(String message, Throwable cause) {
        super(message, cause);
    }
}
