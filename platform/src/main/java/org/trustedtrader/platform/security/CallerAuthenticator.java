package org.trustedtrader.platform.security;

import java.time.Instant;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.token.AccessToken;
import org.trustedtrader.platform.token.InvalidTokenException;
import org.trustedtrader.platform.token.KeysUnavailableException;
import org.trustedtrader.platform.token.TokenValidator;

/**
 * Who calls and what the access table grants, for a server beside the standard filter chain: the same checks of the same
 * tokens against the same table. The caller of this class caches the answer itself, for a minute at most.
 */
public final class CallerAuthenticator {

    private final TokenValidator tokens;
    private final AccessTable table;

    CallerAuthenticator(TokenValidator tokens, AccessTable table) {
        this.tokens = tokens;
        this.table = table;
    }

    public record Checked(Actor actor, Instant expiry) {}

    /**
     * May wait for the issuer's keys for some seconds.
     *
     * @throws AuthenticationException why the standard chain would turn the token away too
     */
    public Checked check(String token) {
        try {
            AccessToken checked = tokens.validateAnew(token);
            return new Checked(checked.actor(), checked.expiry());
        } catch (InvalidTokenException e) {
            throw new InvalidBearerTokenException(e.getMessage(), e);
        } catch (KeysUnavailableException e) {
            throw new AuthenticationServiceException(e.getMessage(), e);
        }
    }

    public AccessTable table() {
        return table;
    }
}
