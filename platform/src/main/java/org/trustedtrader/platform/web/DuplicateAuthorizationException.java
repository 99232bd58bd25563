package org.trustedtrader.platform.web;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

/** A request with two Authorization headers: two readings of who asks. */
public final class DuplicateAuthorizationException extends OAuth2AuthenticationException {

    public DuplicateAuthorizationException() {
        super(BearerTokenErrors.invalidRequest("There are two Authorization headers"));
    }
}
