package org.trustedtrader.gateway.routes;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.problems.Problem;
import org.trustedtrader.gateway.problems.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: at once if it says so, else (chunked) as soon as it has become too large. */
@Component
@Order(-60)
final class RequestBodyFilter implements GlobalFilter {

    private final long limit;
    private final List<Larger> larger;

    RequestBodyFilter(GatewayProperties settings) {
        this.limit = settings.bodyLimit().toBytes();
        this.larger = settings.larger().stream()
                .flatMap(it -> it.paths().stream()
                        .map(path -> new Larger(
                                PathPatternParser.defaultInstance.parse(path),
                                it.most().toBytes())))
                .toList();
    }

    private record Larger(PathPattern path, long most) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        long most = larger.stream()
                .filter(it -> it.path().matches(path))
                .mapToLong(Larger::most)
                .findFirst()
                .orElse(limit);
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(new ProblemException(Problem.tooLarge(most)));
        }
        return chain.filter(
                exchange.mutate().request(new Counted(exchange, most)).build());
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final long most;

        Counted(ServerWebExchange exchange, long most) {
            super(exchange.getRequest());
            this.most = most;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong seen = new AtomicLong();
            return super.getBody().handle((buffer, next) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > most) {
                    DataBufferUtils.release(buffer);
                    next.error(new ProblemException(Problem.tooLarge(most)));
                } else {
                    next.next(buffer);
                }
            });
        }
    }
}
