package org.trustedtrader.gateway.limit;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.GatewaySettings;
import org.trustedtrader.gateway.ManagementPort;
import org.trustedtrader.gateway.problem.Problems;
import reactor.core.publisher.Mono;

/**
 * Counts the requests of those who have not signed in, before any work is done for them. Starting a sign-in counts for
 * everybody, because it makes a session.
 */
@Component
@Order(-200)
final class StrangerLimit implements WebFilter {

    private final RateLimit limit;
    private final Problems problems;
    private final ManagementPort management;

    StrangerLimit(RateLimit limit, Problems problems, ManagementPort management) {
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
                || request.getCookies().containsKey(GatewaySettings.SESSION_COOKIE);
        return signingIn || !hasCredentials;
    }
}
