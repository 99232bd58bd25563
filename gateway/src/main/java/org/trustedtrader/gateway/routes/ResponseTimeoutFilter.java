package org.trustedtrader.gateway.routes;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/**
 * Gives up an answer that does not begin in time. The time begins when the whole body has come, so that a slow client has
 * the service's time to itself; a stream may go on for as long as it likes once it has begun. The innermost filter but the
 * one that asks the service, whose completion means that the head of the answer is here.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class ResponseTimeoutFilter implements GlobalFilter {

    /** A route's own time, in its metadata. */
    static final String WITHIN = "answer-within";

    private final Duration usual;

    ResponseTimeoutFilter(GatewayProperties gateway) {
        this.usual = gateway.answerWithin();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Duration within = within(exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR));
        Mono<Long> over = RequestBodyFilter.received(exchange).then(Mono.delay(within));
        return chain.filter(exchange)
                .timeout(over, Mono.error(() -> new TimeoutException("No answer within " + within)));
    }

    private Duration within(Route route) {
        return route.getMetadata().get(WITHIN) instanceof Duration own ? own : usual;
    }
}
