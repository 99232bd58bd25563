package org.trustedtrader.acceptance.client;

/** The platform did something else than the story says; the message is for the person who watches. */
public final class UnexpectedResponseException extends RuntimeException {

    public UnexpectedResponseException(String message) {
        super(message);
    }

    public UnexpectedResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
