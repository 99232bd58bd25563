package org.trustedtrader.gateway.signin;

import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import reactor.core.publisher.Mono;

/** Leads to the page that was asked for. Only now does the session get its full time: those of unfinished sign-ins end soon. */
final class SignInSuccessHandler implements ServerAuthenticationSuccessHandler {

    private final ServerAuthenticationSuccessHandler toPage = new RedirectServerAuthenticationSuccessHandler("/");
    private final Duration idle;

    SignInSuccessHandler(Duration idle) {
        this.idle = idle;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication person) {
        return exchange.getExchange()
                .getSession()
                .doOnNext(session -> session.setMaxIdleTime(idle))
                .then(toPage.onAuthenticationSuccess(exchange, person));
    }
}
