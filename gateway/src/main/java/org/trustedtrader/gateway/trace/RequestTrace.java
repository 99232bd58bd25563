package org.trustedtrader.gateway.trace;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request a trace id, tells it to the caller ({@code Trace-Id}) and to the service ({@code traceparent}), and
 * logs each change and each refusal in one line; plain reads are logged at DEBUG. Query strings are never logged: they may
 * carry sign-in codes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestTrace implements WebFilter {

    public static final String PARENT_HEADER = "traceparent";
    private static final String ID_HEADER = "Trace-Id";
    private static final String ID = RequestTrace.class.getName();
    private static final String CALLER = RequestTrace.class.getName() + ".caller";
    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        TraceParent trace =
                TraceParent.continued(exchange.getRequest().getHeaders().getFirst(PARENT_HEADER));
        long start = System.nanoTime();
        exchange.getAttributes().put(ID, trace.traceId());
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(ID_HEADER, trace.traceId());
            log(exchange, Duration.ofNanos(System.nanoTime() - start));
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

    private static void log(ServerWebExchange exchange, Duration time) {
        HttpMethod method = exchange.getRequest().getMethod();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        int code = status == null ? 200 : status.value();
        boolean fact = code >= 400 || !(HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method));
        try (MDC.MDCCloseable ignored = MDC.putCloseable("traceId", idOf(exchange))) {
            LOG.atLevel(fact ? Level.INFO : Level.DEBUG)
                    .log(
                            "request method={} path={} status={} ms={} caller={}",
                            method,
                            printable(exchange.getRequest().getURI().getRawPath()),
                            code,
                            time.toMillis(),
                            exchange.getAttributeOrDefault(CALLER, "-"));
        }
    }

    private static String printable(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
