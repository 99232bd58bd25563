package org.trustedtrader.gateway.security;

import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/**
 * Lets a form of a browser through only if one of our own pages has sent it: {@code Sec-Fetch-Site} says so, or, from a
 * browser that sends none, {@code Origin} does. Neither can be set by a page. The body is not looked at, so it reaches the
 * service whole. The API is left to the CSRF token in the header.
 */
final class SameOriginFilter implements WebFilter {

    static final String API = "/v1/";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String origin;
    private final Refusal refusal;

    @FunctionalInterface
    interface Refusal {
        Mono<Void> write(ServerWebExchange exchange);
    }

    SameOriginFilter(GatewayProperties gateway, Refusal refusal) {
        this.origin = gateway.url().getScheme() + "://" + gateway.url().getRawAuthority();
        this.refusal = refusal;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean passes = SAFE.contains(request.getMethod()) || isApi(request) || sameOrigin(request.getHeaders());
        return passes ? chain.filter(exchange) : refusal.write(exchange);
    }

    static boolean isApi(ServerHttpRequest request) {
        return request.getPath().value().startsWith(API);
    }

    private boolean sameOrigin(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        return site == null ? origin.equals(headers.getFirst(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }
}
