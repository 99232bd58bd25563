package org.trustedtrader.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenValidatorTest {

    private static final RSAKey KEY = key();

    private final MovedClock clock = new MovedClock();
    private int fetches;
    private boolean issuerIsDown;
    private final TokenValidator tokens =
            new TokenValidator("https://issuer", "ttp-api", new IssuerKeys(this::fetch, clock), clock);

    @Test
    void aGoodTokenSpeaksForItsActor() throws Exception {
        var token = token(claims -> claims.claim("roles", List.of("approver")));
        var checked = tokens.validate(token);
        assertThat(checked.actor().id()).isEqualTo("user:somebody");
        assertThat(checked.actor().roles()).containsExactly("approver");
        assertThat(checked.claims()).containsEntry("typ", "Bearer");
        assertThat(checked.toString()).doesNotContain(token);
        assertThat(tokens.known(token)).isSameAs(checked);
        tokens.forgetAll();
        assertThat(tokens.known(token)).isNull();
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> wrongClaims() {
        return Stream.of(
                claims -> claims.issuer("https://other"),
                claims -> claims.audience("account"),
                claims -> claims.audience((String) null),
                claims -> claims.subject(null),
                claims -> claims.claim("typ", "ID"),
                claims -> claims.claim("typ", null),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(new Date(0)),
                claims -> claims.notBeforeTime(new Date(Long.MAX_VALUE / 1000)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("wrongClaims")
    void everyClaimCounts(Consumer<JWTClaimsSet.Builder> change) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.validate(token(change)));
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        var token = token(claims -> {});
        clock.pass(Duration.ofSeconds(300 + 29));
        tokens.validate(token);
        assertThat(tokens.known(token)).isNull();
        clock.pass(Duration.ofSeconds(1));
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.validate(token));
    }

    @Test
    void noTokenCanBeCheckedWithoutKeys() {
        issuerIsDown = true;
        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> tokens.validate(token(claims -> {})));
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.validate("a.b.c"));
    }

    @Test
    void whatIsNoTokenCostsNoFetch() {
        for (var token : List.of("", "=", "x y", "a\nb", "é")) {
            assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.validate(token));
        }
        assertThat(fetches).isZero();
    }

    private String fetch() throws IOException {
        fetches++;
        if (issuerIsDown) {
            throw new IOException("down");
        }
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://issuer")
                .audience("ttp-api")
                .subject("somebody")
                .claim("typ", "Bearer")
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
        change.accept(claims);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims.build());
        jwt.sign(new RSASSASigner(KEY));
        return jwt.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
