package org.trustedtrader.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an access token must be: signed by the issuer with RS256, issued by it for this platform, a bearer token (not an
 * identity or refresh token) and not expired, with 30 seconds of grace for clocks that differ. One that was good is known
 * for a minute.
 */
public final class TokenValidator {

    static final Duration SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final String audience;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final TokenCache<AccessToken> known;

    /**
     * @param issuer   what tokens carry as {@code iss}
     * @param audience what tokens carry in {@code aud}
     */
    public TokenValidator(String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.known = new TokenCache<>(clock);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /** The token if it was good within the last minute and has not expired; never waits. */
    public @Nullable AccessToken known(String token) {
        return known.known(token);
    }

    /**
     * May wait some seconds for the issuer's keys, unless the token is known.
     *
     * @throws KeysUnavailableException if the issuer does not answer and no keys of it are good any more
     */
    public AccessToken validate(String token) throws InvalidTokenException {
        AccessToken before = known.known(token);
        return before == null ? validateAnew(token) : before;
    }

    /** The same, whatever is known of the token. */
    public AccessToken validateAnew(String token) throws InvalidTokenException {
        if (!BearerToken.isWellFormed(token)) {
            throw new InvalidTokenException("malformed");
        }
        Instant now = clock.instant();
        JWTClaimsSet claims = verified(token);
        Instant expiry = check(claims, now);
        AccessToken checked = new AccessToken(token, TokenActor.of(claims), expiry, claims(claims));
        known.remember(token, checked, now, expiry);
        return checked;
    }

    /** Forgets all tokens, as when an account has ended. */
    public void forgetAll() {
        known.clear();
    }

    private JWTClaimsSet verified(String token) throws InvalidTokenException {
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new InvalidTokenException(String.valueOf(e.getMessage()));
        }
    }

    /** @return when it expires */
    private Instant check(JWTClaimsSet claims, Instant now) throws InvalidTokenException {
        Date expiry = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        if (expiry == null || !now.minus(SKEW).isBefore(expiry.toInstant())) {
            throw new InvalidTokenException("expired");
        }
        require(notBefore == null || !now.plus(SKEW).isBefore(notBefore.toInstant()), "nbf");
        require(issuer.equals(claims.getIssuer()), "iss");
        require(claims.getAudience().contains(audience), "aud");
        require(claims.getSubject() != null, "sub");
        require("Bearer".equals(claims.getClaim("typ")), "typ");
        return expiry.toInstant();
    }

    private static void require(boolean met, String claim) throws InvalidTokenException {
        if (!met) {
            throw new InvalidTokenException("wrong " + claim);
        }
    }

    private static Map<String, Object> claims(JWTClaimsSet claims) {
        Map<String, Object> all = new HashMap<>();
        claims.getClaims().forEach((name, value) -> {
            if (value != null) {
                all.put(name, value);
            }
        });
        return Map.copyOf(all);
    }
}
