package org.trustedtrader.acceptance.faults.border;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Signs tokens as the realm would, so that no Keycloak has to be started for questions that are not about sign-in. */
final class StubIssuer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY_ID = "of-this-run";
    private static final Duration LIFETIME = Duration.ofHours(2);

    private final KeyPair keys;
    private final HttpServer server;

    StubIssuer() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var endpoints = "/realm/protocol/openid-connect/";
        server.createContext(endpoints + "certs", exchange -> answer(exchange, Map.of("keys", List.of(publicKey()))));
        server.createContext(
                endpoints + "token",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "access_token",
                                token("benefits-service", "service"),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                300)));
        server.createContext(endpoints + "token/introspect", exchange -> answer(exchange, Map.of("active", true)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** For a program that signed in with its own credentials. */
    String token(String client, String role) {
        var now = Instant.now();
        var claims = Map.of(
                "iss",
                url(),
                "sub",
                "account-of-" + client,
                "aud",
                List.of("ttp-api"),
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(LIFETIME).getEpochSecond(),
                "jti",
                UUID.randomUUID().toString(),
                "typ",
                "Bearer",
                "azp",
                client,
                "preferred_username",
                "service-account-" + client,
                "roles",
                List.of(role));
        var text = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + part(claims);
        return text + "." + base64(signature(text));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> publicKey() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                unsigned(key.getModulus()),
                "e",
                unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String part(Object value) {
        return base64(JSON.writeValueAsBytes(value));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, Object value) throws IOException {
        var body = JSON.writeValueAsBytes(value);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
