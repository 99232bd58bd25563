package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.gateway.support.StubPlatform.ISSUER;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.gateway.support.StubIssuer;

class TokensIT extends RunningGateway {

    @BeforeEach
    void forget() {
        service("enrolment").forget();
    }

    @Test
    void aGoodTokenIsPassedOnAsItIs() {
        String token = ISSUER.token(it -> it);
        caller().get("/v1/companies", bearerOf(token));

        assertThat(service("enrolment").last().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedHere(String why, String token) {
        Answer answer = caller().get("/v1/companies", bearerOf(token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    static Stream<Arguments> badTokens() throws JOSEException {
        JWTClaimsSet good = ISSUER.claims().build();
        return Stream.of(
                Arguments.of(
                        "expired",
                        ISSUER.token(
                                it -> it.expirationTime(Date.from(Instant.now().minusSeconds(60))))),
                Arguments.of("without expiry", ISSUER.token(it -> it.expirationTime(null))),
                Arguments.of(
                        "not valid yet",
                        ISSUER.token(
                                it -> it.notBeforeTime(Date.from(Instant.now().plusSeconds(90))))),
                Arguments.of("for another audience", ISSUER.token(it -> it.audience("account"))),
                Arguments.of("without audience", ISSUER.token(it -> it.audience((String) null))),
                Arguments.of(
                        "of another issuer", ISSUER.token(it -> it.issuer("http://127.0.0.1:1/realms/trusted-trader"))),
                Arguments.of("an identity token", ISSUER.token(it -> it.claim("typ", "ID"))),
                Arguments.of("a refresh token", ISSUER.token(it -> it.claim("typ", "Refresh"))),
                Arguments.of("without subject", ISSUER.token(it -> it.subject(null))),
                Arguments.of(
                        "signed with another key of the same name", StubIssuer.signed(StubIssuer.newKey("one"), good)),
                Arguments.of("signed with an unknown key", StubIssuer.signed(StubIssuer.newKey("two"), good)),
                Arguments.of("not signed", new PlainJWT(good).serialize()),
                Arguments.of("signed with the public key as a password", hs256(good)),
                Arguments.of("changed", ISSUER.token(it -> it).replaceFirst("\\.e", ".f")),
                Arguments.of("no token at all", "x"));
    }

    private static String hs256(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        token.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    @Test
    void anotherSchemeOfAuthorizationIsRefused() {
        assertThat(caller().get("/v1/companies", "Authorization", "Basic Y2FybGE6eA==")
                        .problem())
                .isEqualTo("not-signed-in");
    }

    @Test
    void aTokenInTheAddressIsNotRead() {
        assertThat(caller().get("/v1/companies?access_token=" + ISSUER.token(it -> it))
                        .problem())
                .isEqualTo("not-signed-in");
    }

    @Test
    void madeUpKeysDoNotBecomeLoadOnTheIssuer() {
        caller().get("/v1/companies", bearer());
        RSAKey stranger = StubIssuer.newKey("stranger");
        int before = ISSUER.keyFetches();
        IntStream.range(0, 20).forEach(i -> {
            String token = StubIssuer.signed(
                    new RSAKey.Builder(stranger).keyID("made-up-" + i).build(),
                    ISSUER.claims().build());
            assertThat(caller().get("/v1/companies", bearerOf(token)).status()).isEqualTo(401);
        });

        assertThat(ISSUER.keyFetches() - before).isLessThanOrEqualTo(1);
    }
}
