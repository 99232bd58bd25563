package org.trustedtrader.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers checked tokens for a minute, never past their expiry, so that a caller's second request costs a hash instead of
 * a signature check. Keyed by a hash: a token itself is not kept. Refused tokens are not remembered.
 */
final class CachedTokens implements JwtDecoder {

    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final int MOST = 10_000;

    private record Kept(Jwt token, Instant until) {}

    private final JwtDecoder checks;
    private final InstantSource clock;
    private final Map<ByteBuffer, Kept> entries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kept> eldest) {
            return size() > MOST;
        }
    };

    CachedTokens(JwtDecoder checks, InstantSource clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer key = hash(token);
        Instant now = clock.instant();
        Jwt known = known(key, now);
        if (known != null) {
            return known;
        }
        Jwt checked = checks.decode(token);
        remember(key, checked, now);
        return checked;
    }

    private @Nullable Jwt known(ByteBuffer key, Instant now) {
        synchronized (entries) {
            Kept entry = entries.get(key);
            return entry != null && now.isBefore(entry.until()) ? entry.token() : null;
        }
    }

    private void remember(ByteBuffer key, Jwt token, Instant now) {
        Instant expiry = token.getExpiresAt();
        Instant until = now.plus(LIFETIME);
        if (expiry == null || !now.isBefore(expiry)) {
            return;
        }
        synchronized (entries) {
            entries.put(key, new Kept(token, expiry.isBefore(until) ? expiry : until));
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
