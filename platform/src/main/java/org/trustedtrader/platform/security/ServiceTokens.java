package org.trustedtrader.platform.security;

/** Gives the access token with which this service calls other services, obtained with its own client credentials. */
@FunctionalInterface
public interface ServiceTokens {

    /** A token that is valid for some seconds more at least; {@code Refusal.Unavailable} if there is none to be had. */
    String token();
}
