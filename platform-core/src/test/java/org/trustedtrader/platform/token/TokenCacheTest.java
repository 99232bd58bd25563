package org.trustedtrader.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private final MovedClock clock = new MovedClock();
    private final TokenCache<String> cache = new TokenCache<>(clock);

    @Test
    void knowsATokenForAMinute() {
        remember("a", Duration.ofMinutes(5));
        clock.pass(Duration.ofSeconds(59));
        assertThat(cache.known("a")).isEqualTo("a");
        clock.pass(Duration.ofSeconds(1));
        assertThat(cache.known("a")).isNull();
    }

    @Test
    void knowsNoTokenPastItsExpiry() {
        remember("a", Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(9));
        assertThat(cache.known("a")).isEqualTo("a");
        clock.pass(Duration.ofSeconds(1));
        assertThat(cache.known("a")).isNull();
    }

    @Test
    void remembersNoTokenThatHasExpiredWithinTheGracePeriod() {
        remember("a", Duration.ofSeconds(-5));
        assertThat(cache.known("a")).isNull();
        assertThat(cache.size()).isZero();
    }

    @Test
    void countsFromTheBeginningOfTheCheck() {
        var began = clock.instant();
        clock.pass(Duration.ofSeconds(50));
        cache.remember("a", "a", began, began.plusSeconds(300));
        clock.pass(Duration.ofSeconds(10));
        assertThat(cache.known("a")).isNull();
    }

    @Test
    void tellsTokensApart() {
        remember("a", Duration.ofMinutes(5));
        remember("b", Duration.ofMinutes(5));
        assertThat(cache.known("a")).isEqualTo("a");
        assertThat(cache.known("b")).isEqualTo("b");
        assertThat(cache.known("c")).isNull();
    }

    @Test
    void forgetsEveryTokenWhenToldTo() {
        remember("a", Duration.ofMinutes(5));
        cache.clear();
        assertThat(cache.known("a")).isNull();
    }

    @Test
    void keepsABoundedNumber() {
        for (int i = 0; i < TokenCache.MOST + 100; i++) {
            remember("token-" + i, Duration.ofMinutes(5));
        }
        assertThat(cache.size()).isLessThanOrEqualTo(TokenCache.MOST);
    }

    private void remember(String token, Duration lifetime) {
        cache.remember(token, token, clock.instant(), clock.instant().plus(lifetime));
    }
}
