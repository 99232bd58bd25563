package org.trustedtrader.platform.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What checked tokens were found to be, for a minute and never past their expiry. Keyed by a hash of the whole token: the
 * token itself is not kept here. Safe for event loops: nothing waits.
 */
public final class TokenCache<T> {

    public static final Duration LIFETIME = Duration.ofSeconds(60);
    static final int MOST = 10_000;

    /** @param untilMillis after which the token is to be checked */
    public record Kept<T>(T found, long untilMillis) {}

    private final InstantSource clock;
    private final Cache<ByteBuffer, Kept<T>> entries;

    public TokenCache(InstantSource clock) {
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .maximumSize(MOST)
                .executor(Runnable::run)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .expireAfter(Expiry.<ByteBuffer, Kept<T>>writing(
                        (token, kept) -> Duration.ofMillis(kept.untilMillis() - clock.millis())))
                .build();
    }

    /** Null if the token is to be checked. */
    public @Nullable T known(String token) {
        Kept<T> entry = entry(token);
        return entry == null ? null : entry.found();
    }

    /** The same, with until when. */
    public @Nullable Kept<T> entry(String token) {
        Kept<T> entry = entries.getIfPresent(hash(token));
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
        entries.put(hash(token), new Kept<>(found, (expiry.isBefore(until) ? expiry : until).toEpochMilli()));
    }

    /** For an account that has ended: every token is checked again. */
    public void clear() {
        entries.invalidateAll();
    }

    int size() {
        entries.cleanUp();
        return Math.toIntExact(entries.estimatedSize());
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
