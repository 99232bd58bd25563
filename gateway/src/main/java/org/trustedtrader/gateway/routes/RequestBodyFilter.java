package org.trustedtrader.gateway.routes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.gateway.problems.ProblemExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Refuses a body that is too large: at once if it says so, else (chunked) as soon as it has become too large. Refuses one
 * that comes too slowly: after {@code body-patience} it must have come at {@code body-rate} on average.
 */
@Component
@Order(-60)
final class RequestBodyFilter implements GlobalFilter {

    private static final String RECEIVED = RequestBodyFilter.class.getName() + ".received";

    private final long limit;
    private final List<Larger> larger;
    private final Duration patience;
    private final long bytesPerSecond;

    RequestBodyFilter(GatewayProperties gateway) {
        this.limit = gateway.bodyLimit().toBytes();
        this.larger = gateway.larger().stream()
                .flatMap(it -> it.paths().stream()
                        .map(path -> new Larger(
                                PathPatternParser.defaultInstance.parse(path),
                                it.most().toBytes())))
                .toList();
        this.patience = gateway.bodyPatience();
        this.bytesPerSecond = gateway.bodyRate().toBytes();
    }

    private record Larger(PathPattern path, long most) {}

    /** Completes when the whole body has come, or at once if there is none. */
    static Mono<Void> received(ServerWebExchange exchange) {
        Mono<Void> received = exchange.getAttribute(RECEIVED);
        return received == null ? Mono.empty() : received;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long length = headers.getContentLength();
        if (length <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        long most = most(exchange.getRequest());
        if (length > most) {
            return Mono.error(new ProblemException(GatewayProblems.tooLarge(most)));
        }
        Body body = new Body(exchange, most);
        exchange.getAttributes().put(RECEIVED, body.received.asMono());
        return chain.filter(exchange.mutate().request(body).build());
    }

    private long most(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        for (Larger it : larger) {
            if (it.path().matches(path)) {
                return it.most();
            }
        }
        return limit;
    }

    private final class Body extends ServerHttpRequestDecorator {

        private final ServerHttpResponse response;
        private final long most;
        private final Sinks.Empty<Void> received = Sinks.empty();
        private final long start = System.nanoTime();
        private volatile long bytes;
        private volatile long asked;
        private volatile long given;

        Body(ServerWebExchange exchange, long most) {
            super(exchange.getRequest());
            this.response = exchange.getResponse();
            this.most = most;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody()
                    .doOnRequest(this::ask)
                    .handle((DataBuffer buffer, reactor.core.publisher.SynchronousSink<DataBuffer> next) -> {
                        bytes += buffer.readableByteCount();
                        given++;
                        if (bytes > most) {
                            DataBufferUtils.release(buffer);
                            next.error(new ProblemException(GatewayProblems.tooLarge(most)));
                        } else {
                            next.next(buffer);
                        }
                    })
                    .concatWith(Mono.defer(this::whole))
                    .timeout(Mono.delay(patience), buffer -> Mono.delay(untilDeadline()), Flux.defer(this::late))
                    .doOnComplete(received::tryEmitEmpty);
        }

        /** Netty ends a body that it cannot read as if it were whole; the service must not take it for that. */
        private Mono<DataBuffer> whole() {
            return !response.isCommitted() && ProblemExceptionHandler.answeredByNetty(response)
                    ? Mono.error(new ProblemException(GatewayProblems.ofStatus(400)))
                    : Mono.empty();
        }

        private void ask(long more) {
            asked = asked + more < 0 ? Long.MAX_VALUE : asked + more;
        }

        /** The more has come, the more time there is. */
        private Duration untilDeadline() {
            Duration sinceStart = Duration.ofNanos(System.nanoTime() - start);
            Duration earned = Duration.ofMillis(bytes * 1_000 / bytesPerSecond);
            Duration left = patience.plus(earned).minus(sinceStart);
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** The client is late if more was asked for than it has sent; otherwise the service does not take what is there. */
        private Flux<DataBuffer> late() {
            return given < asked
                    ? Flux.error(new ProblemException(GatewayProblems.tooSlow()))
                    : Flux.error(new TimeoutException("The service does not read the body"));
        }
    }
}
