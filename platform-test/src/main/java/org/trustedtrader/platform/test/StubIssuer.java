package org.trustedtrader.platform.test;

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
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for the identity provider in fast tests: a realm on a free loopback port with keys, service tokens and
 * introspection. Accounts can be disabled, and the whole of it can fall silent.
 */
public final class StubIssuer {

    private static final String KEY_ID = "test-key";

    private static final class Once {
        private static final StubIssuer RUNNING = new StubIssuer();
    }

    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();
    private final HttpServer server;
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger introspections = new AtomicInteger();
    private volatile boolean silent;

    private StubIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realms/test/protocol/openid-connect/", this::answer);
        server.start();
    }

    /** The issuer of this test run; it starts when first asked for and ends with the JVM. */
    public static StubIssuer running() {
        return Once.RUNNING;
    }

    /** What tokens carry as {@code iss}; also where the services reach it. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
    }

    /** From now on introspection says that this user's tokens are not active. */
    public void disable(String subject) {
        disabled.add(subject);
    }

    public void enable(String subject) {
        disabled.remove(subject);
    }

    /** Whether it answers nothing but 503. */
    public void silent(boolean nowSilent) {
        silent = nowSilent;
    }

    public int introspections() {
        return introspections.get();
    }

    String sign(JWTClaimsSet claims, boolean forged) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY_ID)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(forged ? foreignKey : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (silent) {
            send(exchange, 503, "{}");
        } else if (path.endsWith("/certs")) {
            send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/token/introspect")) {
            introspections.incrementAndGet();
            send(exchange, 200, "{\"active\":" + active(form) + "}");
        } else if (path.endsWith("/token")) {
            String service = clientId(exchange).replaceAll("-service$", "");
            String token = TestTokens.service(service).token();
            send(exchange, 200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        } else {
            send(exchange, 404, "{}");
        }
    }

    private boolean active(String form) {
        try {
            String token = URLDecoder.decode(form.replaceFirst("^.*token=([^&]*).*$", "$1"), StandardCharsets.UTF_8);
            return !disabled.contains(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        } catch (ParseException e) {
            return false;
        }
    }

    private static String clientId(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
