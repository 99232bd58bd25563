package org.trustedtrader.platform.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.trustedtrader.platform.token.InvalidTokenException;
import org.trustedtrader.platform.token.KeysUnavailableException;
import org.trustedtrader.platform.token.TokenValidator;

/** Turns the bearer token of a request into its caller. */
final class TokenAuthenticationManager implements AuthenticationManager {

    private final TokenValidator tokens;

    TokenAuthenticationManager(TokenValidator tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var bearer = (BearerTokenAuthenticationToken) request;
        try {
            return new ActorAuthentication(tokens.validate(bearer.getToken()));
        } catch (InvalidTokenException e) {
            throw new InvalidBearerTokenException(e.getMessage(), e);
        } catch (KeysUnavailableException e) {
            throw new AuthenticationServiceException(e.getMessage(), e);
        }
    }
}
