package org.trustedtrader.gateway.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.platform.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses query parameters that the gateway's own pages do not know, or that are there twice. Addresses that lead to a
 * service are that service's affair; those of the sign-in are the protocol's, which lets an issuer add parameters.
 */
@Component
@Order(1)
final class PageParameterFilter implements WebFilter {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "/", Set.of(),
            "/docs", Set.of(),
            // Swagger UI's own: it chooses the service
            "/docs/", Set.of("urls.primaryName"),
            "/docs/config.json", Set.of(),
            "/signed-out", Set.of("failed"));

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Set<String> known = KNOWN.get(exchange.getRequest().getPath().value());
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        if (known == null || parameters.isEmpty()) {
            return chain.filter(exchange);
        }
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                return refused(GatewayProblems.unknownParameter(parameter.getKey(), known));
            }
            if (parameter.getValue().size() > 1) {
                return refused(GatewayProblems.doubledParameter(parameter.getKey()));
            }
        }
        return chain.filter(exchange);
    }

    private static Mono<Void> refused(Problem problem) {
        return Mono.error(() -> new ProblemException(problem));
    }
}
