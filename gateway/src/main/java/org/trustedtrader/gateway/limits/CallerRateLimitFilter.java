package org.trustedtrader.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.gateway.tracing.TracingFilter;
import reactor.core.publisher.Mono;

/** Counts the requests of those who have signed in; it comes after the security filters. */
@Component
@Order(0)
final class CallerRateLimitFilter implements WebFilter {

    private final RateLimiter limit;

    CallerRateLimitFilter(RateLimiter limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .doOnNext(caller -> {
                    TracingFilter.madeBy(exchange, CallerName.of(caller));
                    limit.ofCaller(caller).ifPresent(problem -> {
                        throw new ProblemException(problem);
                    });
                })
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
