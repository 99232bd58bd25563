package org.trustedtrader.platform.token;

/** A token that is not good; the message says why, for logs. */
public final class InvalidTokenException extends Exception {

    InvalidTokenException(String message) {
        super(message, null, false, false);
    }
}
