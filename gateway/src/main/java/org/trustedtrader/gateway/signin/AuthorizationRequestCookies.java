package org.trustedtrader.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.KeyGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.IdentityProperties;
import reactor.core.publisher.Mono;

/**
 * Keeps every sign-in that is under way in an encrypted cookie of its own at the browser. So a visitor who has not signed in takes
 * no memory here, and two tabs of one browser sign in independently. The key is this process's own: a sign-in that was begun
 * before a restart is not found, and begins again.
 */
@Component
final class AuthorizationRequestCookies implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The attribute of a request that says which page of ours was asked for. */
    static final String PAGE = "page";

    static final String COOKIE = "TTP_SIGNIN_";

    /** Keycloak's sign-in form lives for 30 minutes, and its code for one. */
    private static final Duration LIFETIME = Duration.ofMinutes(31);

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(2);

    /** Cookies of one browser: the oldest sign-in that is under way gives way to the next one. */
    private static final int SLOTS = 16;

    private static final int FIELDS = 5;

    private final ReactiveClientRegistrationRepository registrations;
    private final GatewayProperties gateway;
    private final BytesEncryptor encryptor = encryptor();
    private final AtomicInteger slot = new AtomicInteger();

    /** Keycloak takes a code that it sees a second time for a theft and ends the session, so a state counts once. */
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(CODE_LIFETIME)
            .build();

    AuthorizationRequestCookies(ReactiveClientRegistrationRepository registrations, GatewayProperties gateway) {
        this.registrations = registrations;
        this.gateway = gateway;
    }

    private record Found(String cookie, List<String> fields) {}

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> exchange.getResponse()
                .addCookie(cookie(COOKIE + Math.floorMod(slot.getAndIncrement(), SLOTS), sealed(request), LIFETIME)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(find(exchange)).flatMap(this::request);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        Optional<Found> found = find(exchange);
        found.ifPresent(it -> exchange.getResponse().addCookie(cookie(it.cookie(), "", Duration.ZERO)));
        return Mono.justOrEmpty(found)
                .filter(it -> used.asMap().putIfAbsent(it.fields().get(1), true) == null)
                .flatMap(this::request)
                .doOnNext(request -> exchange.getAttributes().put(PAGE, page(request)));
    }

    /** The page that the sign-in was begun from; the home page if that is not known. */
    static String page(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(PAGE, "/");
    }

    private static String page(OAuth2AuthorizationRequest request) {
        return request.getAttribute(PAGE) instanceof String page && !page.isEmpty() ? page : "/";
    }

    private ResponseCookie cookie(String name, String value, Duration lifetime) {
        return ResponseCookie.from(name, value)
                .path(SignInConfigurer.CALLBACK)
                .httpOnly(true)
                .secure(gateway.https())
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
    }

    private Optional<Found> find(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        if (state == null) {
            return Optional.empty();
        }
        return exchange.getRequest().getCookies().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.getName().startsWith(COOKIE))
                .flatMap(it -> Optional.ofNullable(opened(it)).stream())
                .filter(it -> it.fields().get(1).equals(state))
                .findFirst();
    }

    private String sealed(OAuth2AuthorizationRequest request) {
        String fields = String.join(
                "\n",
                Long.toString(Instant.now().plus(LIFETIME).getEpochSecond()),
                request.getState(),
                text(request, OidcParameterNames.NONCE),
                text(request, PkceParameterNames.CODE_VERIFIER),
                page(request));
        byte[] sealed = encryptor.encrypt(fields.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static String text(OAuth2AuthorizationRequest request, String attribute) {
        return String.valueOf((Object) request.getAttribute(attribute));
    }

    /** Null if it is not one of ours, or too old. */
    private @Nullable Found opened(HttpCookie cookie) {
        try {
            byte[] fields = encryptor.decrypt(Base64.getUrlDecoder().decode(cookie.getValue()));
            List<String> all = List.of(new String(fields, StandardCharsets.UTF_8).split("\n", FIELDS));
            boolean live = Instant.now().getEpochSecond() < Long.parseLong(all.getFirst());
            return live ? new Found(cookie.getName(), all) : null;
        } catch (RuntimeException notOurs) {
            return null;
        }
    }

    private Mono<OAuth2AuthorizationRequest> request(Found found) {
        List<String> fields = found.fields();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, IdentityProperties.REGISTRATION);
        attributes.put(OidcParameterNames.NONCE, fields.get(2));
        attributes.put(PkceParameterNames.CODE_VERIFIER, fields.get(3));
        attributes.put(PAGE, fields.get(4));
        return registrations
                .findByRegistrationId(IdentityProperties.REGISTRATION)
                .map(client -> request(client, fields.get(1), attributes));
    }

    private static OAuth2AuthorizationRequest request(
            ClientRegistration client, String state, Map<String, Object> attributes) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(client.getProviderDetails().getAuthorizationUri())
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state(state)
                .attributes(attributes)
                .build();
    }

    private static BytesEncryptor encryptor() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(256);
            return new AesBytesEncryptor(keys.generateKey(), KeyGenerators.secureRandom(16), CipherAlgorithm.GCM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
