package org.trustedtrader.acceptance.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A small command that is given again and again: a moment after it was answered, and never twice at a time. */
final class RepeatedCommand {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(PAUSE.toNanos(), TimeUnit.NANOSECONDS, THREADS);

    private final Runnable command;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    RepeatedCommand(Runnable command) {
        this.command = command;
    }

    /** Returns at once; what was refused is thrown by a later call. */
    void goOn() {
        if (underWay.isDone()) {
            underWay.join();
            underWay = CompletableFuture.runAsync(command, LATER);
        }
    }

    /** Waits for the last answer. */
    void end() {
        underWay.join();
    }
}
