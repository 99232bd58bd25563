package org.trustedtrader.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers checked tokens for a minute, never past their expiry, so that a caller's second request costs a hash instead of
 * a signature check. Refused tokens are not remembered.
 */
final class CachingJwtDecoder implements JwtDecoder {

    static final Duration LIFETIME = TokenCache.LIFETIME;
    static final int MOST = TokenCache.MOST;

    private final JwtDecoder checks;
    private final InstantSource clock;
    private final TokenCache<Jwt> remembered;

    CachingJwtDecoder(JwtDecoder checks, InstantSource clock) {
        this.checks = checks;
        this.clock = clock;
        this.remembered = new TokenCache<>(clock);
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = remembered.known(token);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        Jwt checked = checks.decode(token);
        remembered.remember(token, checked, now, checked.getExpiresAt());
        return checked;
    }

    int size() {
        return remembered.size();
    }
}
