package org.trustedtrader.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

class RateLimiterTest {

    private static final RateLimitProperties SETTINGS = new RateLimitProperties(
            new RateLimitProperties.Rate(1, 2),
            new RateLimitProperties.Rate(1, 20),
            new RateLimitProperties.Rate(1, 1),
            new RateLimitProperties.Rate(1, 1));

    @Test
    void failsClosed() {
        RateLimiter broken = new RateLimiter(SETTINGS, rate -> {
            throw new IllegalStateException("the store of the buckets is away");
        });

        assertThat(broken.ofCaller(caller("carla")))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(429));
    }

    @Test
    void countsEachCallerAlone() {
        RateLimiter limit = new RateLimiter(SETTINGS);
        limit.ofCaller(caller("carla"));
        limit.ofCaller(caller("carla"));

        assertThat(limit.ofCaller(caller("carla"))).isPresent();
        assertThat(limit.ofCaller(caller("ivan"))).isEmpty();
    }

    @Test
    void givesBorderSystemsTheirOwnRate() {
        RateLimiter limit = new RateLimiter(SETTINGS);
        Authentication border = new TestingAuthenticationToken("border", "", "border-system");

        for (int i = 0; i < 20; i++) {
            assertThat(limit.ofCaller(border)).isEmpty();
        }
        assertThat(limit.ofCaller(border)).isPresent();
    }

    private static Authentication caller(String name) {
        return new TestingAuthenticationToken(name, "", List.of());
    }
}
