package org.trustedtrader.gateway.limits;

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
import reactor.core.publisher.Mono;

/**
 * Counts the requests of those who have not signed in, before any work is done for them. Starting a sign-in counts for
 * everybody, because it makes a session.
 */
@Component
@Order(-200)
final class AnonymousRateLimitFilter implements WebFilter {

    private final RateLimiter limit;
    private final ProblemWriter problems;
    private final ManagementPort management;

    AnonymousRateLimitFilter(RateLimiter limit, ProblemWriter problems, ManagementPort management) {
        this.limit = limit;
        this.problems = problems;
        this.management = management;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (management.received(exchange) || !stranger(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return limit.ofStranger(exchange)
                .map(problem -> problems.write(exchange, problem))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static boolean stranger(ServerHttpRequest request) {
        String path = request.getPath().value();
        boolean signingIn = path.startsWith("/oauth2/") || path.startsWith("/login/");
        boolean hasCredentials = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                || request.getCookies().containsKey(GatewayProperties.SESSION_COOKIE);
        return signingIn || !hasCredentials;
    }
}
