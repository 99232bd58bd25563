package org.trustedtrader.gateway.tracing;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request a trace id, and tells it to the caller ({@code Trace-Id}), to the service ({@code traceparent}) and to
 * the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TracingFilter implements WebFilter {

    private static final String PARENT_HEADER = "traceparent";
    private static final String ID_HEADER = "Trace-Id";
    private static final String ID = TracingFilter.class.getName();
    private static final String CALLER = TracingFilter.class.getName() + ".caller";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        TraceParent trace =
                TraceParent.continued(exchange.getRequest().getHeaders().getFirst(PARENT_HEADER));
        long start = System.nanoTime();
        exchange.getAttributes().put(ID, trace.traceId());
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(ID_HEADER, trace.traceId());
            HttpStatusCode status = exchange.getResponse().getStatusCode();
            RequestLog.answered(
                    trace.traceId(),
                    exchange.getRequest().getMethod().name(),
                    exchange.getRequest().getURI().getRawPath(),
                    status == null ? 200 : status.value(),
                    System.nanoTime() - start,
                    exchange.getAttributeOrDefault(CALLER, "-"));
            return Mono.empty();
        });
        ServerWebExchange traced = exchange.mutate()
                .request(request -> request.header(PARENT_HEADER, trace.header()))
                .build();
        return chain.filter(traced);
    }

    /** 32 hexadecimal digits, empty if the request was refused before it was traced. */
    public static String idOf(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ID, "");
    }

    /** Notes who makes the request, for its log line. */
    public static void madeBy(ServerWebExchange exchange, String caller) {
        exchange.getAttributes().put(CALLER, caller);
    }
}
