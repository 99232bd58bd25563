package org.trustedtrader.platform.test;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;

/**
 * Access tokens as the realm would issue them, signed by the test run's own issuer:
 * {@code TestTokens.user("vera").roles("validator").token()}. The actor is {@code user:vera}.
 */
public final class TestTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final List<String> EVERYWHERE = List.of("CA", "US", "MX");

    private final String subject;
    private final String client;
    private final String username;
    private List<String> roles = List.of();
    private @Nullable String company;
    private @Nullable List<String> regions;
    private String audience = "ttp-api";
    private String type = "Bearer";
    private @Nullable String issuer;
    private Instant expiry = Instant.now().plus(LIFETIME);
    private boolean forged;

    private TestTokens(String subject, String client, String username) {
        this.subject = subject;
        this.client = client;
        this.username = username;
    }

    /** A person who has signed in; actor {@code user:<name>}. */
    public static TestTokens user(String name) {
        return new TestTokens(name, "portal", name);
    }

    /** A program that has signed in with its own credentials; actor {@code client:<id>}. */
    public static TestTokens client(String id) {
        return new TestTokens("account-of-" + id, id, "service-account-" + id);
    }

    /** One of the platform's services; actor {@code service:<name>}. */
    public static TestTokens service(String name) {
        return client(name + "-service").roles("service");
    }

    public TestTokens roles(String... newRoles) {
        roles = List.of(newRoles);
        return this;
    }

    public TestTokens company(String businessNumber) {
        company = businessNumber;
        return this;
    }

    /**
     * Where the officer works; none for a token without the claim. Officers with a regional role work everywhere unless this is
     * called.
     */
    public TestTokens regions(String... codes) {
        regions = List.of(codes);
        return this;
    }

    /** Expired an hour ago. */
    public TestTokens expired() {
        expiry = Instant.now().minus(Duration.ofHours(1));
        return this;
    }

    public TestTokens expiresIn(Duration lifetime) {
        expiry = Instant.now().plus(lifetime);
        return this;
    }

    public TestTokens wrongAudience() {
        audience = "somebody-else";
        return this;
    }

    public TestTokens wrongIssuer() {
        issuer = "http://127.0.0.1:1/realms/other";
        return this;
    }

    /** Such as {@code ID} or {@code Refresh}; what is accepted is {@code Bearer}. */
    public TestTokens type(String newType) {
        type = newType;
        return this;
    }

    /** Signed with a key that is not the issuer's, under a key id that is. */
    public TestTokens forged() {
        forged = true;
        return this;
    }

    public String token() {
        StubIssuer stub = StubIssuer.running();
        return stub.sign(claims(stub), forged);
    }

    private JWTClaimsSet claims(StubIssuer stub) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer == null ? stub.issuer() : issuer)
                .subject(subject)
                .audience(List.of("enrolment-service", audience))
                .issueTime(Date.from(expiry.minus(LIFETIME)))
                .expirationTime(Date.from(expiry))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", type)
                .claim("azp", client)
                .claim("preferred_username", username)
                .claim("roles", roles);
        if (company != null) {
            claims.claim("company", company);
        }
        var claimed = regions == null && roles.stream().anyMatch(Roles.REGIONAL::contains) ? EVERYWHERE : regions;
        if (claimed != null && !claimed.isEmpty()) {
            claims.claim("regions", claimed);
        }
        return claims.build();
    }
}
