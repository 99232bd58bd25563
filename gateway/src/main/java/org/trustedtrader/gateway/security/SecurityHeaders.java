package org.trustedtrader.gateway.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.config.IdentityProperties;

/**
 * The same headers on every answer. A form may lead to Keycloak, because signing out ends there. The referrer policy is what
 * makes older browsers send {@code Origin} with a form of our own.
 */
@Component
public final class SecurityHeaders implements Customizer<ServerHttpSecurity.HeaderSpec> {

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    private final String contentPolicy;

    SecurityHeaders(IdentityProperties identity) {
        String keycloak =
                identity.issuer().getScheme() + "://" + identity.issuer().getAuthority();
        this.contentPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                        + "connect-src 'self'; form-action 'self' " + keycloak
                        + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public void customize(ServerHttpSecurity.HeaderSpec headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(contentPolicy))
                .frameOptions(it -> it.mode(Mode.DENY))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(it -> it.policy(PERMISSIONS));
    }
}
