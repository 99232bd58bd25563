package org.trustedtrader.benefits.entrance.web;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ProblemMapper;

/** What all connections share. */
final class Entrance {

    final EntranceProperties properties;
    final EntranceAuthenticator authenticator;
    final RequestReader reader;
    final EntranceResponses responses;
    final EntranceMetrics metrics;
    final ConnectionLimits connections;
    final long largestBody;
    /** Places of known callers, and of token checks for those who are not known yet. */
    final Semaphore work;

    final Semaphore strangers;
    private volatile OrdinaryChain ordinaryChain = new OrdinaryChain("");
    private volatile boolean closing;

    Entrance(
            EntranceProperties properties,
            EntranceAuthenticator authenticator,
            RequestReader reader,
            EntranceResponses responses,
            EntranceMetrics metrics,
            DataSize largestBody) {
        this.properties = properties;
        this.authenticator = authenticator;
        this.reader = reader;
        this.responses = responses;
        this.metrics = metrics;
        this.connections = new ConnectionLimits(
                properties.maxConnections(), properties.maxConnectionsPerClient(), properties.maxAnonymousPerAddress());
        this.largestBody = largestBody.toBytes();
        this.work = new Semaphore(properties.maxAtWork());
        this.strangers = new Semaphore(properties.maxTokenChecks());
    }

    /**
     * Works on a thread that may wait, and hands on what comes of it once its place is free again.
     *
     * @param work must not throw
     * @return false if too many wait already; then nothing is done
     */
    boolean workAside(Semaphore places, Supplier<Runnable> work, Consumer<Runnable> next) {
        if (!places.tryAcquire()) {
            return false;
        }
        metrics.atWork.incrementAndGet();
        Thread.ofVirtual().name("entrance").start(() -> {
            Runnable result;
            try {
                result = work.get();
            } finally {
                metrics.atWork.decrementAndGet();
                places.release();
            }
            next.accept(result);
        });
        return true;
    }

    OrdinaryChain ordinaryChain() {
        return ordinaryChain;
    }

    void open(OrdinaryChain chain) {
        ordinaryChain = chain;
        closing = false;
    }

    /** From now on every answer is the last one of its connection. */
    void beginClosing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    Problem overloaded() {
        metrics.overloaded.increment();
        return ProblemMapper.of(new Refusal.Unavailable(Message.of("border.overloaded")));
    }

    Problem tooManyConnections() {
        metrics.limited.increment();
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "border.too-many-connections")
                .header("Retry-After", "1");
    }

    Problem overLimit() {
        metrics.limited.increment();
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "border.rate-limited").header("Retry-After", "1");
    }
}
