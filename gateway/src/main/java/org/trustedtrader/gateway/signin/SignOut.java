package org.trustedtrader.gateway.signin;

import java.net.URI;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.GatewaySettings;

/** Ends the session here, then sends the browser to Keycloak to end the one there (OpenID Connect RP-initiated logout). */
@Component
public final class SignOut {

    /** POST only. */
    public static final String PATH = "/logout";

    public static final String SIGNED_OUT = "/signed-out";

    private final GatewaySettings settings;

    SignOut(GatewaySettings settings) {
        this.settings = settings;
    }

    void configure(LogoutSpec logout, ReactiveClientRegistrationRepository registrations) {
        var thenKeycloak = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        thenKeycloak.setPostLogoutRedirectUri(settings.at(SIGNED_OUT));
        thenKeycloak.setLogoutSuccessUrl(URI.create(SIGNED_OUT));
        logout.logoutUrl(PATH)
                .logoutHandler(new DelegatingServerLogoutHandler(
                        new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                .logoutSuccessHandler(thenKeycloak);
    }
}
