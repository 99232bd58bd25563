package org.trustedtrader.gateway.tokens;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.token.AccessToken;
import org.trustedtrader.platform.token.InvalidTokenException;
import org.trustedtrader.platform.token.KeysUnavailableException;
import org.trustedtrader.platform.token.TokenValidator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers from the cache on the event loop; a first check may have to fetch keys, so it leaves the event loop. */
@Component
public final class AccessTokenAuthenticationManager implements ReactiveAuthenticationManager {

    private final TokenValidator validator;

    AccessTokenAuthenticationManager(TokenValidator validator) {
        this.validator = validator;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication sent) {
        String token = ((BearerTokenAuthenticationToken) sent).getToken();
        AccessToken known = validator.known(token);
        return known != null
                ? Mono.just(new AccessTokenAuthentication(known))
                : Mono.fromCallable(() -> checked(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Authentication checked(String token) {
        try {
            return new AccessTokenAuthentication(validator.validate(token));
        } catch (InvalidTokenException e) {
            throw new InvalidBearerTokenException("The access token is not valid: " + e.getMessage());
        } catch (KeysUnavailableException e) {
            throw new AuthenticationServiceException("The issuer does not answer", e);
        }
    }
}
