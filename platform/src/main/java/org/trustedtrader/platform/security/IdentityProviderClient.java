package org.trustedtrader.platform.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * The realm's endpoints that services call directly, with this service's own client credentials. Every call ends within
 * seconds: the time limit covers the body too.
 */
final class IdentityProviderClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private static final Predicate<HttpStatusCode> NOT_OK = status -> status.value() != HttpStatus.OK.value();

    private final RestClient http;
    private final String introspection;
    private final OAuth2ClientCredentialsGrantRequest grant;
    private final RestClientClientCredentialsTokenResponseClient tokens =
            new RestClientClientCredentialsTokenResponseClient();

    IdentityProviderClient(SecurityProperties settings) {
        this(settings, CONNECT_TIMEOUT, READ_TIMEOUT);
    }

    IdentityProviderClient(SecurityProperties settings, Duration connectTimeout, Duration readTimeout) {
        String endpoints = settings.realm() + "/protocol/openid-connect/";
        var connections = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(connectTimeout).build());
        connections.setReadTimeout(readTimeout);
        var errorOfTheProtocol = new OAuth2ErrorResponseErrorHandler();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(connections)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(
                        status -> status.isSameCodeAs(HttpStatus.BAD_REQUEST),
                        (request, response) ->
                                errorOfTheProtocol.handleError(request.getURI(), request.getMethod(), response))
                .defaultStatusHandler(NOT_OK, IdentityProviderClient::refuse)
                .build());
        grant = new OAuth2ClientCredentialsGrantRequest(ClientRegistration.withRegistrationId("service")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .tokenUri(endpoints + "token")
                .build());
        introspection = endpoints + "token/introspect";
        http = RestClient.builder()
                .requestFactory(connections)
                .defaultHeaders(
                        headers -> headers.setBasicAuth(encoded(settings.clientId()), encoded(settings.clientSecret())))
                .defaultStatusHandler(NOT_OK, IdentityProviderClient::refuse)
                .build();
    }

    /** A new token for this service; {@link OAuth2AuthorizationException} if the identity provider gives none. */
    OAuth2AccessToken serviceToken() {
        return tokens.getTokenResponse(grant).getAccessToken();
    }

    /**
     * Whether a token still is active (RFC 7662); {@link RestClientException} without a readable answer. The form is
     * written as bytes because Spring's client logs every other body at DEBUG, and this one holds a caller's token.
     */
    boolean isActive(String token) {
        JsonNode answer = http.post()
                .uri(introspection)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.APPLICATION_JSON)
                .body(("token=" + encoded(token)).getBytes(StandardCharsets.US_ASCII))
                .retrieve()
                .body(JsonNode.class);
        return answer != null && answer.path("active").asBoolean(false);
    }

    private static void refuse(HttpRequest request, ClientHttpResponse response) throws IOException {
        throw new RestClientException(
                "The identity provider answered " + response.getStatusCode().value());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
