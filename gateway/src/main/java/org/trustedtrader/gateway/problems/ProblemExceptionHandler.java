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
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.trustedtrader.gateway.tracing.TracingFilter;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

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
            return Mono.error(failure);
        }
        Problem problem = problem(failure);
        if (problem.status().is5xxServerError()) {
            log(TracingFilter.idOf(exchange), exchange.getRequest().getURI().getRawPath(), problem, failure);
        }
        return problems.write(exchange, problem);
    }

    /** What a caller is told of a failure. */
    public static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.internal();
    }

    private static @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case ProblemException refused -> refused.problem();
            case ResponseStatusException status ->
                ofStatus(HttpStatus.resolve(status.getStatusCode().value()));
            case AuthenticationServiceException unanswered ->
                Problem.unavailable("Sign-ins cannot be checked now. Try again in a moment.");
            case ReadTimeoutException late -> Problem.timeout();
            case RuntimeException busy when poolIsBusy(busy) -> away();
            case TimeoutException busy when poolIsBusy(busy) -> away();
            case TimeoutException late -> Problem.timeout();
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
        return Problem.unavailable("The service behind this address does not answer now. Try again in a moment.");
    }

    private static Problem ofStatus(@Nullable HttpStatus status) {
        return switch (status) {
            case null -> Problem.internal();
            case NOT_FOUND -> Problem.notFound();
            case GATEWAY_TIMEOUT -> Problem.timeout();
            case SERVICE_UNAVAILABLE -> away();
            case INTERNAL_SERVER_ERROR -> Problem.internal();
            case BAD_REQUEST -> Problem.malformed();
            default -> Problem.other(status);
        };
    }

    /** @param path without the query */
    public static void log(String traceId, String path, Problem problem, Throwable failure) {
        try (MDC.MDCCloseable ignored = MDC.putCloseable("traceId", traceId)) {
            if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
                LOG.error("failure path={}", path, failure);
            } else {
                LOG.warn(
                        "service-away problem={} reason={}",
                        problem.name(),
                        failure.getClass().getSimpleName());
            }
        }
    }
}
