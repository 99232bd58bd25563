package org.trustedtrader.gateway.session;

import static org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What a session knows of the person who has signed in. */
public final class SignedInSession {

    private SignedInSession() {}

    /** The session that the request's cookie names; empty unless it exists and somebody has signed in with it. */
    public static Mono<WebSession> of(ServerWebExchange exchange) {
        return exchange.getSession().filter(session -> person(session).isPresent());
    }

    static Optional<OidcUser> person(WebSession session) {
        return Optional.ofNullable(session.<SecurityContext>getAttribute(DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME))
                .map(SecurityContext::getAuthentication)
                .map(authentication -> authentication.getPrincipal() instanceof OidcUser user ? user : null);
    }
}
