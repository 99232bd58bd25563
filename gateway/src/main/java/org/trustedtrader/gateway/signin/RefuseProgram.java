package org.trustedtrader.gateway.signin;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.limit.RateLimit;
import org.trustedtrader.gateway.problem.Problem;
import org.trustedtrader.gateway.problem.Problems;
import reactor.core.publisher.Mono;

/** Answers a bad token; whoever keeps sending such tokens counts as a stranger and is slowed down. */
@Component
final class RefuseProgram implements ServerAuthenticationEntryPoint {

    private final Problems problems;
    private final RateLimit limit;

    RefuseProgram(Problems problems, RateLimit limit) {
        this.problems = problems;
        this.limit = limit;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
        return problems.write(exchange, limit.ofStranger(exchange).orElseGet(Problem::badToken));
    }
}
