package org.trustedtrader.gateway.limit;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.problem.Refused;
import org.trustedtrader.gateway.trace.RequestTrace;
import reactor.core.publisher.Mono;

/** Counts the requests of those who have signed in; it comes after the security filters. */
@Component
@Order(0)
final class CallerLimit implements WebFilter {

    private final RateLimit limit;

    CallerLimit(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .doOnNext(caller -> {
                    RequestTrace.madeBy(exchange, Caller.of(caller));
                    limit.ofCaller(caller).ifPresent(problem -> {
                        throw new Refused(problem);
                    });
                })
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
