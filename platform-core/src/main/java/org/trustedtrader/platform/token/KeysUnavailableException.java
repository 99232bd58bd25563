package org.trustedtrader.platform.token;

/** The issuer's keys cannot be had now, so no token can be checked. */
public final class KeysUnavailableException extends RuntimeException {

    KeysUnavailableException(Throwable cause) {
        super("The issuer's keys cannot be fetched", cause);
    }
}
