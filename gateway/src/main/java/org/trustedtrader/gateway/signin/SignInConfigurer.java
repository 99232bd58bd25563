package org.trustedtrader.gateway.signin;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.IdentityProperties;
import reactor.core.publisher.Mono;

/** Adds sign-in at Keycloak, and sign-out here and there (OpenID Connect RP-initiated logout), to a filter chain. */
@Component
public final class SignInConfigurer {

    /** Where a sign-in begins, and where Keycloak sends the browser back to. */
    static final String SIGN_IN = "/oauth2/authorization/" + IdentityProperties.REGISTRATION;

    static final String CALLBACK = "/login/oauth2/code/" + IdentityProperties.REGISTRATION;

    /** POST only. */
    static final String LOGOUT = "/logout";

    /** POST only, by Keycloak. */
    public static final String BACK_CHANNEL_LOGOUT = "/logout/back-channel";

    /** The page on which a sign-out ends, and a sign-in that failed. */
    public static final String SIGNED_OUT = "/signed-out";

    private final GatewayProperties gateway;
    private final SignInEntryPoint entryPoint;
    private final ServerOAuth2AuthorizationRequestResolver resolver;
    private final AuthorizationRequestCookies requests;
    private final ReactiveClientRegistrationRepository registrations;

    SignInConfigurer(
            GatewayProperties gateway,
            SignInEntryPoint entryPoint,
            ServerOAuth2AuthorizationRequestResolver resolver,
            AuthorizationRequestCookies requests,
            ReactiveClientRegistrationRepository registrations) {
        this.gateway = gateway;
        this.entryPoint = entryPoint;
        this.resolver = resolver;
        this.requests = requests;
        this.registrations = registrations;
    }

    /** The addresses at which people sign in and out. */
    public static Stream<String> paths() {
        return Stream.of(SIGN_IN, CALLBACK, LOGOUT, BACK_CHANNEL_LOGOUT);
    }

    public ServerHttpSecurity configure(ServerHttpSecurity http) {
        return http.requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
                .oauth2Login(it -> it.authorizationRequestResolver(resolver)
                        .authorizationRequestRepository(requests)
                        .authenticationSuccessHandler(new SignInSuccessHandler())
                        .authenticationFailureHandler(new SignInFailureHandler(gateway)))
                .exceptionHandling(it -> it.authenticationEntryPoint(entryPoint))
                .logout(this::configure);
    }

    private void configure(LogoutSpec logout) {
        var thenKeycloak = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        thenKeycloak.setPostLogoutRedirectUri(gateway.at(SIGNED_OUT));
        thenKeycloak.setLogoutSuccessUrl(URI.create(SIGNED_OUT));
        logout.logoutUrl(LOGOUT)
                .logoutHandler(new DelegatingServerLogoutHandler(
                        new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                .logoutSuccessHandler(thenKeycloak);
    }

    /** Leads to the page that the sign-in was begun from. */
    private static final class SignInSuccessHandler implements ServerAuthenticationSuccessHandler {

        private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

        @Override
        public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication person) {
            return redirect.sendRedirect(
                    exchange.getExchange(), URI.create(AuthorizationRequestCookies.page(exchange.getExchange())));
        }
    }
}
