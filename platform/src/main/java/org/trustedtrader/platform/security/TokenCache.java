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

/**
 * What checked tokens were found to be, for a minute and never past their expiry. Keyed by a hash of the whole token: the
 * token itself is not kept. Of too many the one that was not used for longest is forgotten.
 */
public final class TokenCache<T> {

    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final int MOST = 10_000;

    /** @param untilMillis after which the token is to be checked */
    public record Kept<T>(T found, long untilMillis) {}

    private final InstantSource clock;
    private final Map<ByteBuffer, Kept<T>> entries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kept<T>> eldest) {
            return size() > MOST;
        }
    };

    public TokenCache(InstantSource clock) {
        this.clock = clock;
    }

    /** Null if the token is to be checked. */
    public @Nullable T known(String token) {
        Kept<T> entry = entry(token);
        return entry == null ? null : entry.found();
    }

    /** The same, with until when. */
    public @Nullable Kept<T> entry(String token) {
        ByteBuffer key = hash(token);
        Kept<T> entry;
        synchronized (entries) {
            entry = entries.get(key);
        }
        return entry != null && clock.millis() < entry.untilMillis() ? entry : null;
    }

    /**
     * @param checkedAt when the check began
     * @param expiry    the token's own; one that has none, or whose time was over, is not remembered
     */
    public void remember(String token, T found, Instant checkedAt, @Nullable Instant expiry) {
        if (expiry == null || !checkedAt.isBefore(expiry)) {
            return;
        }
        Instant until = checkedAt.plus(LIFETIME);
        Kept<T> kept = new Kept<>(found, (expiry.isBefore(until) ? expiry : until).toEpochMilli());
        ByteBuffer key = hash(token);
        synchronized (entries) {
            entries.put(key, kept);
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
