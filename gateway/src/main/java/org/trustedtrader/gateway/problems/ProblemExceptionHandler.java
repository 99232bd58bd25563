package org.trustedtrader.gateway.problems;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.trustedtrader.gateway.tracing.TracingFilter;
import org.trustedtrader.platform.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerResponse;

/** Turns whatever went wrong into a problem document; what nobody expected is logged here, once. */
@Component
@Order(-2)
public final class ProblemExceptionHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemWriter problems;

    ProblemExceptionHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return unlessAnswered(exchange.getResponse(), failure);
        }
        Problem problem = problem(failure);
        if (problem.status() >= 500) {
            log(TracingFilter.idOf(exchange), exchange.getRequest().getURI().getRawPath(), problem, failure);
        }
        return problems.write(exchange, problem)
                .onErrorResume(unwritten -> unlessAnswered(exchange.getResponse(), unwritten));
    }

    /** Netty answers 400 itself as soon as it cannot read a body. Our answer then fails, which is no fault. */
    private static Mono<Void> unlessAnswered(ServerHttpResponse response, Throwable failure) {
        return answeredByNetty(response) ? Mono.empty() : Mono.error(failure);
    }

    /** Whether a head has been sent that is not ours: the status of a response can be set until its own head is sent. */
    public static boolean answeredByNetty(ServerHttpResponse response) {
        HttpServerResponse sent = ServerHttpResponseDecorator.getNativeResponse(response);
        return sent.hasSentHeaders() && response.setStatusCode(HttpStatus.BAD_REQUEST);
    }

    /** The answer to a caller after a failure. */
    public static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return GatewayProblems.internal();
    }

    private static @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case ProblemException refused -> refused.problem();
            case ResponseStatusException status ->
                ofStatus(HttpStatus.resolve(status.getStatusCode().value()));
            case AuthenticationServiceException unanswered -> GatewayProblems.issuerAway();
            case ReadTimeoutException late -> GatewayProblems.timeout();
            case RuntimeException busy when poolIsBusy(busy) -> away();
            case TimeoutException busy when poolIsBusy(busy) -> away();
            case TimeoutException late -> GatewayProblems.timeout();
            case IOException unreachable -> away();
            case AbortedException hungUp -> away();
            default -> null;
        };
    }

    /** The connection pool's own exceptions are in a package that Reactor Netty calls internal. */
    private static boolean poolIsBusy(Exception failure) {
        return failure.getClass().getSimpleName().startsWith("PoolAcquire");
    }

    private static Problem away() {
        return GatewayProblems.serviceAway();
    }

    private static Problem ofStatus(@Nullable HttpStatus status) {
        return switch (status) {
            case null -> GatewayProblems.internal();
            case NOT_FOUND -> GatewayProblems.notFound();
            case GATEWAY_TIMEOUT -> GatewayProblems.timeout();
            case SERVICE_UNAVAILABLE -> away();
            case INTERNAL_SERVER_ERROR -> GatewayProblems.internal();
            case BAD_REQUEST -> GatewayProblems.malformedAddress();
            default -> GatewayProblems.ofStatus(status.value());
        };
    }

    /** @param path without the query */
    public static void log(String traceId, String path, Problem problem, Throwable failure) {
        try (MDC.MDCCloseable ignored = MDC.putCloseable("traceId", traceId)) {
            if (problem.status() == 500) {
                LOG.error("failure path={}", path, failure);
            } else {
                LOG.warn(
                        "service-away problem={} reason={}",
                        problem.type().name(),
                        failure.getClass().getSimpleName());
            }
        }
    }
}
