package org.trustedtrader.gateway.signin;

import java.util.List;
import java.util.Map;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.token.IdentitySettings;

/** The same headers on every answer. A form may lead to Keycloak, because signing out ends there. */
@Component
public final class SecurityHeaders implements Customizer<ServerHttpSecurity.HeaderSpec> {

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    private final String contentPolicy;

    SecurityHeaders(IdentitySettings identity) {
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
                .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(it -> it.policy(PERMISSIONS));
    }

    /** What a plain HTTP answer gets of them. Of a group that the service has set a part of, nothing is added. */
    public List<Map<String, String>> groups() {
        return List.of(
                Map.of(
                        "Cache-Control",
                        "no-cache, no-store, max-age=0, must-revalidate",
                        "Pragma",
                        "no-cache",
                        "Expires",
                        "0"),
                Map.of("X-Content-Type-Options", "nosniff"),
                Map.of("X-Frame-Options", "DENY"),
                Map.of("X-XSS-Protection", "0"),
                Map.of("Permissions-Policy", PERMISSIONS),
                Map.of("Content-Security-Policy", contentPolicy),
                Map.of("Referrer-Policy", "no-referrer"));
    }
}
