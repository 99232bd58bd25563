package org.trustedtrader.acceptance.client;

/** No answer came: the command may or may not have been carried out, so it may be repeated only with the same key. */
public final class UnreachableException extends RuntimeException {

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
