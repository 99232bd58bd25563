package org.trustedtrader.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void checksATokenOncePerMinute() {
        CachingJwtDecoder tokens = tokens(now.plusSeconds(300));
        tokens.decode("t").block();
        after(Duration.ofSeconds(59));
        tokens.decode("t").block();
        assertThat(checks).hasValue(1);

        after(Duration.ofSeconds(2));
        tokens.decode("t").block();
        assertThat(checks).hasValue(2);
    }

    @Test
    void neverKeepsATokenPastItsExpiry() {
        CachingJwtDecoder tokens = tokens(now.plusSeconds(20));
        tokens.decode("t").block();
        after(Duration.ofSeconds(20));
        tokens.decode("t").block();

        assertThat(checks).hasValue(2);
    }

    @Test
    void doesNotRememberRefusals() {
        CachingJwtDecoder tokens = new CachingJwtDecoder(
                token -> {
                    checks.incrementAndGet();
                    throw new BadJwtException("bad");
                },
                clock(),
                () -> 0);

        assertThatThrownBy(() -> tokens.decode("t").block()).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("t").block()).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(2);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private CachingJwtDecoder tokens(Instant expiry) {
        return new CachingJwtDecoder(
                token -> {
                    checks.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("s")
                            .expiresAt(expiry)
                            .build();
                },
                clock(),
                () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
