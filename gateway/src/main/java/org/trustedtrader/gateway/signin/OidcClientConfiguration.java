package org.trustedtrader.gateway.signin;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.gateway.session.RefreshTokenClient;
import reactor.netty.http.client.HttpClient;

/**
 * The gateway as a client of Keycloak. Every endpoint is spelled out, because the browser and the gateway may reach Keycloak
 * at different addresses, and because the gateway must be able to start while Keycloak is down.
 */
@Configuration(proxyBeanMethods = false)
class OidcClientConfiguration {

    private static final OAuth2Error AWAY = new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    ReactiveClientRegistrationRepository registrations(GatewayProperties gateway, IdentityProperties identity) {
        return new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(IdentityProperties.REGISTRATION)
                        .clientId(identity.clientId())
                        .clientSecret(identity.clientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .clientSettings(ClientRegistration.ClientSettings.builder()
                                .requireProofKey(true)
                                .build())
                        .scope("openid")
                        .redirectUri(gateway.at(SignInConfigurer.CALLBACK))
                        .issuerUri(identity.issuer().toString())
                        .authorizationUri(identity.front("auth"))
                        .tokenUri(identity.back("token"))
                        .jwkSetUri(identity.back("certs"))
                        .userNameAttributeName("preferred_username")
                        .providerConfigurationMetadata(Map.of("end_session_endpoint", identity.front("logout")))
                        .build());
    }

    @Bean
    ServerOAuth2AuthorizationRequestResolver authorizationRequests(ReactiveClientRegistrationRepository registrations) {
        return new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    }

    /** Tokens are kept in the session and go with it. */
    @Bean
    ServerOAuth2AuthorizedClientRepository sessionTokens() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    /** That Keycloak does not answer is a failed sign-in like any other, with a page that says so. */
    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(impatient());
        return request -> client.getTokenResponse(request)
                .onErrorMap(WebClientException.class, away -> new OAuth2AuthorizationException(AWAY, away));
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager freshTokens(
            ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository sessionTokens) {
        var refresh = new WebClientReactiveRefreshTokenTokenResponseClient();
        refresh.setWebClient(impatient());
        ReactiveOAuth2AuthorizedClientProvider provider = ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(it -> it.accessTokenResponseClient(new RefreshTokenClient(refresh)))
                .build();
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, sessionTokens);
        manager.setAuthorizedClientProvider(provider);
        return manager;
    }

    private static WebClient impatient() {
        return WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE)))
                .build();
    }
}
