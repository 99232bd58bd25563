package org.trustedtrader.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.netty.channel.ConnectTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Refuses requests for a service that has stopped answering, instead of letting each caller wait for it: 503 with
 * {@code Retry-After}. One breaker for each service. Only silence counts as a failure; a refused connection is an answer
 * that costs nothing, and what the service itself answers is its own affair. A request that we refuse on the way, such as an
 * upload that comes too slowly, says nothing about the service and is not counted.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
final class CircuitBreakerFilter implements GlobalFilter {

    /** The service that a route leads to, in its metadata. */
    static final String SERVICE = "service";

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakerFilter.class);

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;
    private final Duration pause;

    CircuitBreakerFilter(GatewayProperties gateway) {
        this.pause = gateway.circuitBreaker().pause();
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(gateway.circuitBreaker().window())
                .minimumNumberOfCalls(gateway.circuitBreaker().atLeast())
                .failureRateThreshold(50)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                .recordException(CircuitBreakerFilter::silence)
                .ignoreException(CircuitBreakerFilter::refusedHere)
                .build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        CircuitBreaker breaker =
                breakers.computeIfAbsent(String.valueOf(route.getMetadata().get(SERVICE)), this::breaker);
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(new ProblemException(GatewayProblems.serviceSilent(pause)));
        }
        long start = System.nanoTime();
        return chain.filter(exchange)
                .doOnSuccess(done -> breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS))
                .doOnError(failure -> breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure))
                .doFinally(end -> {
                    if (end == SignalType.CANCEL) {
                        breaker.releasePermission();
                    }
                });
    }

    private CircuitBreaker breaker(String service) {
        CircuitBreaker breaker = CircuitBreaker.of(service, config);
        breaker.getEventPublisher().onStateTransition(event -> log(service, event.getStateTransition()));
        return breaker;
    }

    private static void log(String service, StateTransition change) {
        LOG.warn("circuit-breaker service={} from={} to={}", service, change.getFromState(), change.getToState());
    }

    private static boolean refusedHere(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) {
                return true;
            }
        }
        return false;
    }

    private static boolean silence(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof ConnectTimeoutException;
    }
}
