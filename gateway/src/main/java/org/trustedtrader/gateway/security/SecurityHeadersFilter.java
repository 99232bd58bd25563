package org.trustedtrader.gateway.security;

import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentSecurityPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.PermissionsPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.header.XXssProtectionServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.config.IdentityProperties;
import reactor.core.publisher.Mono;

/**
 * The same headers on every answer, also on those that no security filter chain has seen. A form may lead to Keycloak,
 * because signing out ends there. The referrer policy is what makes older browsers send {@code Origin} with a form of our own.
 */
@Component
@Order(-300)
final class SecurityHeadersFilter implements WebFilter {

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    private final WebFilter headers;

    SecurityHeadersFilter(IdentityProperties identity) {
        String keycloak =
                identity.issuer().getScheme() + "://" + identity.issuer().getAuthority();
        var frames = new XFrameOptionsServerHttpHeadersWriter();
        frames.setMode(Mode.DENY);
        var permissions = new PermissionsPolicyServerHttpHeadersWriter();
        permissions.setPolicy(PERMISSIONS);
        var referrer = new ReferrerPolicyServerHttpHeadersWriter();
        referrer.setPolicy(ReferrerPolicy.SAME_ORIGIN);
        var content = new ContentSecurityPolicyServerHttpHeadersWriter();
        content.setPolicyDirectives(
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                        + "connect-src 'self'; form-action 'self' " + keycloak
                        + "; base-uri 'none'; frame-ancestors 'none'");
        this.headers = new HttpHeaderWriterWebFilter(new CompositeServerHttpHeadersWriter(
                new CacheControlServerHttpHeadersWriter(),
                new ContentTypeOptionsServerHttpHeadersWriter(),
                new StrictTransportSecurityServerHttpHeadersWriter(),
                frames,
                new XXssProtectionServerHttpHeadersWriter(),
                permissions,
                content,
                referrer));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return headers.filter(exchange, chain);
    }
}
