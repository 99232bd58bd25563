package org.trustedtrader.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trustedtrader.gateway.support.StubIssuer;

class SigningKeysTest {

    private final String published = new JWKSet(StubIssuer.newKey("one").toPublicJWK()).toString();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private boolean away;
    private int fetches;
    private final SigningKeys keys = new SigningKeys(this::fetch, () -> now);

    private String fetch() throws IOException {
        fetches++;
        if (away) {
            throw new IOException("away");
        }
        return published;
    }

    @Test
    void areFetchedAgainAfterFiveMinutes() throws KeySourceException {
        assertThat(keys.get(key("one"), null)).hasSize(1);
        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        keys.get(key("one"), null);
        assertThat(fetches).isEqualTo(1);

        now = now.plusMillis(1);
        keys.get(key("one"), null);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void areFetchedForUnknownKeysAtMostEveryThirtySeconds() throws KeySourceException {
        keys.get(key("one"), null);
        for (int second = 0; second < 30; second++) {
            assertThat(keys.get(key("made-up"), null)).isEmpty();
            now = now.plusSeconds(1);
        }
        assertThat(fetches).isEqualTo(1);

        keys.get(key("made-up"), null);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void stayGoodForSomeHoursWhileTheIssuerIsAway() throws KeySourceException {
        keys.get(key("one"), null);
        away = true;
        now = now.plus(Duration.ofHours(4));
        assertThat(keys.get(key("one"), null)).hasSize(1);

        now = now.plus(Duration.ofMinutes(1));
        assertThatThrownBy(() -> keys.get(key("one"), null)).isInstanceOf(KeySourceException.class);
    }

    private static JWKSelector key(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }
}
