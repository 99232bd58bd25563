package org.trustedtrader.gateway.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Remembers checked tokens for a minute, never past their expiry, so that a caller's next request costs a hash instead of a
 * signature check. Keyed by a hash: a token itself is not kept as a key. Refused tokens are not remembered. A first check
 * may have to fetch keys, so it leaves the event loop.
 */
final class CachingJwtDecoder implements ReactiveJwtDecoder {

    static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final JwtDecoder checks;
    private final Clock clock;
    private final Cache<ByteBuffer, JwtAuthenticationToken> tokens;

    CachingJwtDecoder(JwtDecoder checks, Clock clock, Ticker ticker) {
        this.checks = checks;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        ByteBuffer key = hash(token);
        JwtAuthenticationToken known = known(key);
        if (known != null) {
            return Mono.just(known.getToken());
        }
        return Mono.fromCallable(() -> checks.decode(token))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(checked -> {
                    if (live(checked)) {
                        tokens.put(key, TokenConfiguration.holder(checked));
                    }
                });
    }

    private @Nullable JwtAuthenticationToken known(ByteBuffer key) {
        JwtAuthenticationToken known = tokens.getIfPresent(key);
        return known != null && live(known.getToken()) ? known : null;
    }

    private boolean live(Jwt token) {
        @Nullable Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private static ByteBuffer hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
