package org.trustedtrader.platform.mongo;

/** A service cannot start without its database. The message says which setting to look at and holds no credentials. */
final class DatabaseAwayException extends RuntimeException {

    DatabaseAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
