package org.trustedtrader.gateway.routes;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cuts off an answer that has begun and stands still, so that it does not hold two connections for ever. The caller sees an
 * answer that ends early, never one that looks whole. A stream must send something now and then, as the live feed does.
 */
@Component
@Order(NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1)
final class ResponseIdleFilter implements GlobalFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseIdleFilter.class);

    private final Duration limit;

    ResponseIdleFilter(GatewayProperties gateway) {
        this.limit = gateway.answerIdle();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpResponse response = new Limited(exchange);
        return chain.filter(exchange.mutate().response(response).build());
    }

    private final class Limited extends ServerHttpResponseDecorator {

        private final String path;

        Limited(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.path = exchange.getRequest().getURI().getRawPath();
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(limited(body));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(limited(body));
        }

        private <T> Flux<T> limited(Publisher<? extends T> body) {
            return Flux.<T>from(body).timeout(limit, Flux.error(this::stalled));
        }

        private TimeoutException stalled() {
            LOG.warn("answer-stalled path={} idle={}", path, limit);
            return new TimeoutException("The answer stood still for " + limit);
        }
    }
}
