package org.trustedtrader.gateway.limits;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.ManagementPort;
import org.trustedtrader.gateway.problems.ProblemWriter;
import org.trustedtrader.gateway.session.SignedInSession;
import org.trustedtrader.gateway.signin.SignInConfigurer;
import org.trustedtrader.platform.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Counts the requests of those who have not signed in, before any work is done for them. Signing in counts for everybody,
 * because Keycloak works for it. Keycloak's reports of ended sessions are counted by themselves.
 */
@Component
@Order(-200)
final class AnonymousRateLimitFilter implements WebFilter {

    private final RateLimiter limiter;
    private final ProblemWriter problems;
    private final ManagementPort management;

    AnonymousRateLimitFilter(RateLimiter limiter, ProblemWriter problems, ManagementPort management) {
        this.limiter = limiter;
        this.problems = problems;
        this.management = management;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (management.received(exchange)) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getPath().value().equals(SignInConfigurer.BACK_CHANNEL_LOGOUT)) {
            return refusedOr(limiter.ofSignOut(exchange), exchange, chain);
        }
        return anonymous(exchange)
                .flatMap(anonymous ->
                        anonymous ? refusedOr(limiter.ofAddress(exchange), exchange, chain) : chain.filter(exchange));
    }

    private Mono<Void> refusedOr(Optional<Problem> refusal, ServerWebExchange exchange, WebFilterChain chain) {
        return refusal.map(problem -> problems.write(exchange, problem)).orElseGet(() -> chain.filter(exchange));
    }

    /** A session counts only if it is there and somebody has signed in with it: anybody can make up a cookie. */
    private static Mono<Boolean> anonymous(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith("/oauth2/") || path.startsWith("/login/")) {
            return Mono.just(true);
        }
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return Mono.just(false);
        }
        return request.getCookies().containsKey(GatewayProperties.SESSION_COOKIE)
                ? SignedInSession.of(exchange).hasElement().map(signedIn -> !signedIn)
                : Mono.just(true);
    }
}
