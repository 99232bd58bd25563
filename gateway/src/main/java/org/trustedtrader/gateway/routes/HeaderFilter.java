package org.trustedtrader.gateway.routes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/**
 * Passes on only headers that are known to be harmless. Cookies end here, and so does everything by which a caller might
 * claim to be somebody else or to come from somewhere else (Forwarded, X-Forwarded-*, X-User and the like).
 */
@Component
@Order(-50)
final class HeaderFilter implements GlobalFilter {

    private static final List<String> NOT_FROM_SERVICES = List.of("Server", "Set-Cookie", "X-Powered-By");

    private final Set<String> passed;

    HeaderFilter(GatewayProperties settings) {
        this.passed = settings.passedHeaders().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            NOT_FROM_SERVICES.forEach(exchange.getResponse().getHeaders()::remove);
            return Mono.empty();
        });
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(this::strip))
                .build());
    }

    private void strip(HttpHeaders headers) {
        Set.copyOf(headers.headerNames()).stream()
                .filter(name -> !passed.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }
}
