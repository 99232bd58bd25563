package org.trustedtrader.gateway.border;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.trustedtrader.gateway.limit.Caller;
import org.trustedtrader.gateway.limit.RateLimit;
import org.trustedtrader.gateway.problem.Problem;
import org.trustedtrader.gateway.problem.ProblemHandler;
import org.trustedtrader.gateway.token.CachedTokens;
import org.trustedtrader.gateway.trace.RequestLog;
import org.trustedtrader.gateway.trace.TraceParent;

/**
 * Open to a plain question of a program whose token the filters have let through within the last minute, and whose rate is
 * not used up. Everybody else is sent to the filters, which check, refuse and explain; nobody is refused here.
 */
final class ShortWay {

    private final CachedTokens tokens;
    private final RateLimit limit;
    private final BorderService service;
    private final PassedOn headers;
    private final Answers answers;
    private final LongAdder taken = new LongAdder();
    private final LongAdder answered = new LongAdder();

    ShortWay(CachedTokens tokens, RateLimit limit, BorderService service, PassedOn headers, Answers answers) {
        this.tokens = tokens;
        this.limit = limit;
        this.service = service;
        this.headers = headers;
        this.answers = answers;
    }

    record Admitted(PlainQuestion question, Authentication caller) {}

    /** Null for whoever is to go the usual way. An admitted question has been counted. */
    @Nullable
    Admitted admits(HttpRequest request) {
        PlainQuestion question = PlainQuestion.in(request);
        Authentication caller = question == null ? null : tokens.known(question.token());
        if (question == null || caller == null) {
            return null;
        }
        return limit.ofCaller(caller).isPresent() ? null : new Admitted(question, caller);
    }

    /** @param tell is given the answer, whatever happens, on whichever thread */
    void go(EventLoop loop, HttpHeaders asked, Admitted admitted, Consumer<FullHttpResponse> tell) {
        taken.increment();
        long start = System.nanoTime();
        PlainQuestion question = admitted.question();
        TraceParent trace = TraceParent.continued(asked.get(PassedOn.TRACE));
        Consumer<FullHttpResponse> logged = answer -> {
            RequestLog.answered(
                    trace.traceId(),
                    "GET",
                    question.path(),
                    answer.status().code(),
                    System.nanoTime() - start,
                    Caller.of(admitted.caller()));
            tell.accept(answer);
            answered.increment();
        };
        service.ask(loop, question.target(), headers.of(asked, trace))
                .map(said -> answers.of(said, trace.traceId()))
                .subscribe(logged, failure -> logged.accept(failed(failure, question.path(), trace.traceId())));
    }

    /** How often so far. */
    long taken() {
        return taken.sum();
    }

    /** How many questions wait for their answers. */
    long underWay() {
        long done = answered.sum();
        return taken.sum() - done;
    }

    private FullHttpResponse failed(Throwable failure, String path, String traceId) {
        Problem problem = ProblemHandler.problem(failure);
        ProblemHandler.log(traceId, path, problem, failure);
        return answers.of(problem, path, traceId);
    }
}
