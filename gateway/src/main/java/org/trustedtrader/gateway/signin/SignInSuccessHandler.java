package org.trustedtrader.gateway.signin;

import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import reactor.core.publisher.Mono;

/** Leads to the page that the sign-in was begun from. */
final class SignInSuccessHandler implements ServerAuthenticationSuccessHandler {

    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication person) {
        return redirect.sendRedirect(
                exchange.getExchange(), URI.create(AuthorizationRequestCookies.page(exchange.getExchange())));
    }
}
