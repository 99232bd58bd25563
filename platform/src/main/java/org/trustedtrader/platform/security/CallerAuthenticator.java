package org.trustedtrader.platform.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.trustedtrader.platform.access.BearerToken;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Who calls and what the access table grants, for a server beside the standard filter chain: the same checks of the same
 * tokens against the same table, but nothing is remembered here.
 */
public final class CallerAuthenticator {

    private final JwtDecoder checks;
    private final ActorConverter actors = new ActorConverter();
    private final AccessTable table;

    CallerAuthenticator(JwtDecoder checks, AccessTable table) {
        this.checks = checks;
        this.table = table;
    }

    /** @param expiry null if the token names none */
    public record Checked(Actor actor, @Nullable Instant expiry) {}

    /**
     * May wait for the issuer's keys for some seconds.
     *
     * @throws AuthenticationException why the standard chain would turn the token away too
     */
    public Checked check(String token) {
        if (!BearerToken.isWellFormed(token)) {
            throw new InvalidBearerTokenException("Bearer token is malformed");
        }
        try {
            Jwt checked = checks.decode(token);
            return new Checked(actors.convert(checked).actor(), checked.getExpiresAt());
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException(e.getMessage(), e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException(e.getMessage(), e);
        }
    }

    public AccessTable table() {
        return table;
    }
}
