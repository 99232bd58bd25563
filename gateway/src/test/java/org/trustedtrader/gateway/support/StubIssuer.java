package org.trustedtrader.gateway.support;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keys, tokens and a token endpoint as Keycloak has them. {@link #code} plays the browser's visit: it takes the address that
 * the gateway sent the browser to, and returns the code that Keycloak would send back with it.
 */
public final class StubIssuer implements AutoCloseable {

    private static final String PROTOCOL = "/realms/trusted-trader/protocol/openid-connect/";

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile Map<String, String> visit = Map.of();
    private volatile Duration lifetime = Duration.ofMinutes(5);
    private volatile boolean sessionOver;
    private volatile int broken;
    private final AtomicInteger refreshes = new AtomicInteger();
    private final Set<String> usedRefreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger codesUsed = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();

    private StubIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static StubIssuer running() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            StubIssuer issuer = new StubIssuer(server, newKey("one"));
            server.createContext(PROTOCOL + "certs", issuer::keys);
            server.createContext(PROTOCOL + "token", issuer::tokens);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/trusted-trader";
    }

    public int keyFetches() {
        return keyFetches.get();
    }

    public int refreshes() {
        return refreshes.get();
    }

    /** How many codes were exchanged for tokens, or tried to. */
    public int codesUsed() {
        return codesUsed.get();
    }

    public void tokensLive(Duration duration) {
        lifetime = duration;
    }

    /** From now on refresh tokens are refused, as after a sign-out at Keycloak. */
    public void endSession(boolean over) {
        sessionOver = over;
    }

    /** From now on the token endpoint answers with this status, 0 for as usual, or hangs up (-1). */
    public void breakWith(int status) {
        broken = status;
    }

    public RSAKey key() {
        return key;
    }

    public String token(UnaryOperator<JWTClaimsSet.Builder> changes) {
        return signed(key, changes.apply(claims()).build());
    }

    public static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An access token of the demo carrier's owner, good for five minutes. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(realm())
                .audience(List.of("ttp-api"))
                .subject("carla")
                .claim("typ", "Bearer")
                .claim("azp", "demo-cli")
                .claim("sid", "s1")
                .claim("roles", List.of("account-owner"))
                .claim("company", "123456782")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(lifetime)));
    }

    public String code(Map<String, String> authorizationRequest) {
        visit = authorizationRequest;
        sessions.incrementAndGet();
        return "a-code";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyFetches.incrementAndGet();
        answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private void tokens(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (broken < 0) {
            exchange.close();
            return;
        }
        if (broken > 0) {
            answer(exchange, broken, "<html>");
            return;
        }
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        if (!refresh) {
            codesUsed.incrementAndGet();
        }
        boolean reused = refresh && !usedRefreshTokens.add(form.get("refresh_token"));
        if (refresh ? sessionOver || reused : !proofFits(form)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        int number = refresh ? refreshes.incrementAndGet() : refreshes.get();
        answer(exchange, 200, """
                {"access_token":"%s","id_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(
                        token(it -> it.jwtID("t" + number)), idToken(), UUID.randomUUID(), lifetime.toSeconds()));
    }

    /** What Keycloak sends to the back channel when a session has ended there. */
    public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> changes) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(realm())
                .audience("portal")
                .subject("carla")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("sid", sid())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return signed(key, changes.apply(claims).build());
    }

    /** Keycloak's id of the session of the newest sign-in. */
    public String sid() {
        return "session-" + sessions.get();
    }

    private String idToken() {
        return signed(
                key,
                claims().audience("portal")
                        .claim("typ", "ID")
                        .claim("sid", sid())
                        .claim("azp", "portal")
                        .claim("preferred_username", "carla.owner")
                        .claim("name", "Carla <Owner>")
                        .claim("nonce", visit.get("nonce"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
    }

    private boolean proofFits(Map<String, String> form) {
        try {
            byte[] verifier = form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(visit.get("code_challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
