package org.trustedtrader.benefits.entrance.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.security.CallerAuthenticator;
import org.trustedtrader.platform.token.TokenCache;

/** Knows callers by their tokens. A token that was checked within the last minute costs one look-up. */
final class EntranceAuthenticator {

    private static final String BEARER = "Bearer ";

    private final CallerAuthenticator checks;
    private final TokenCache<EntranceCaller> cache;
    private final int requestsPerSecond;
    /** One for each client that ever had a valid token, of which the issuer knows only so many. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    EntranceAuthenticator(CallerAuthenticator checks, int requestsPerSecond) {
        EntranceCaller.requireOneRow(checks.table());
        this.checks = checks;
        this.cache = new TokenCache<>(InstantSource.system());
        this.requestsPerSecond = requestsPerSecond;
    }

    /** The token in an Authorization header, unchecked; null if there is none. */
    static @Nullable String token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }

    /** Null if the token is to be checked. */
    TokenCache.@Nullable Kept<EntranceCaller> remembered(String token) {
        return cache.entry(token);
    }

    /** May wait for the issuer's keys. @throws AuthenticationException if the token is not good, or cannot be checked now */
    EntranceCaller check(String token) {
        var began = Instant.now();
        var checked = checks.check(token);
        var caller = EntranceCaller.of(
                checked.actor(), checks.table(), bucket(checked.actor().id()));
        cache.remember(token, caller, began, checked.expiry());
        return caller;
    }

    private @Nullable Bucket bucket(String client) {
        return requestsPerSecond == 0
                ? null
                : buckets.computeIfAbsent(
                        client,
                        _ -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(2L * requestsPerSecond)
                                        .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                                .build());
    }
}
