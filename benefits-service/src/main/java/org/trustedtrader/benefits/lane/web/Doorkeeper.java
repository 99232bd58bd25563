package org.trustedtrader.benefits.lane.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.security.CallerAuthenticator;
import org.trustedtrader.platform.token.TokenCache;

/** Knows callers by their tokens. A token that was checked within the last minute costs one look-up. */
final class Doorkeeper {

    private static final String BEARER = "Bearer ";

    private final CallerAuthenticator checks;
    private final TokenCache<Admitted> remembered;

    Doorkeeper(CallerAuthenticator checks, TokenCache<Admitted> remembered) {
        Admitted.requireOneRow(checks.table());
        this.checks = checks;
        this.remembered = remembered;
    }

    /** The token of a request, unchecked; null if it has none. */
    static @Nullable String token(HttpHeaders headers) {
        String header = headers.get(HttpHeaderNames.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length())
                : null;
    }

    /** Null if the token is to be checked. */
    @Nullable
    Admitted known(String token, LastCaller last) {
        var known = remembered.entry(token);
        if (known == null) {
            return null;
        }
        last.is(token, known.found(), known.untilMillis());
        return known.found();
    }

    /** May wait for the issuer's keys. @throws AuthenticationException if the token is not good, or cannot be checked now */
    Admitted check(String token) {
        Instant now = Instant.now();
        var checked = checks.check(token);
        var admitted = Admitted.of(checked.actor(), checks.table());
        remembered.remember(token, admitted, now, checked.expiry());
        return admitted;
    }
}
