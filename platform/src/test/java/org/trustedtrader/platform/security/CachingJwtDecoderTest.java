package org.trustedtrader.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger checks = new AtomicInteger();
    private Duration lifetime = Duration.ofMinutes(5);
    private final CachingJwtDecoder tokens = new CachingJwtDecoder(this::check, clock);

    @Test
    void checksATokenOnceWithinAMinute() {
        tokens.decode("a");
        clock.pass(Duration.ofSeconds(59));
        tokens.decode("a");
        assertThat(checks).hasValue(1);
    }

    @Test
    void checksATokenAgainAfterAMinute() {
        tokens.decode("a");
        clock.pass(Duration.ofSeconds(60));
        tokens.decode("a");
        assertThat(checks).hasValue(2);
    }

    @Test
    void remembersNoTokenPastItsExpiry() {
        lifetime = Duration.ofSeconds(10);
        tokens.decode("a");
        clock.pass(Duration.ofSeconds(9));
        tokens.decode("a");
        assertThat(checks).hasValue(1);
        clock.pass(Duration.ofSeconds(1));
        tokens.decode("a");
        assertThat(checks).hasValue(2);
    }

    @Test
    void remembersNoTokenThatHasExpiredWithinTheGracePeriod() {
        lifetime = Duration.ofSeconds(-5);
        tokens.decode("a");
        tokens.decode("a");
        assertThat(checks).hasValue(2);
        assertThat(tokens.size()).isZero();
    }

    @Test
    void tellsTokensApart() {
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(checks).hasValue(2);
    }

    @Test
    void remembersNoRefusal() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("bad"));
        }
        assertThat(checks).hasValue(2);
    }

    @Test
    void keepsABoundedNumber() {
        for (int i = 0; i < CachingJwtDecoder.MOST + 100; i++) {
            tokens.decode("token-" + i);
        }
        assertThat(tokens.size()).isEqualTo(CachingJwtDecoder.MOST);
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("somebody")
                .issuedAt(clock.instant().minus(Duration.ofMinutes(1)))
                .expiresAt(clock.instant().plus(lifetime))
                .build();
    }
}
