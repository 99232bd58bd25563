package org.trustedtrader.gateway.security;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.limits.RateLimiter;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemWriter;
import reactor.core.publisher.Mono;

/** Answers a bad token; a caller that keeps sending such tokens counts as a stranger and is rate-limited. */
@Component
final class BearerTokenEntryPoint implements ServerAuthenticationEntryPoint {

    private final ProblemWriter problems;
    private final RateLimiter limit;

    BearerTokenEntryPoint(ProblemWriter problems, RateLimiter limit) {
        this.problems = problems;
        this.limit = limit;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
        return problems.write(exchange, limit.ofAddress(exchange).orElseGet(GatewayProblems::badToken));
    }
}
