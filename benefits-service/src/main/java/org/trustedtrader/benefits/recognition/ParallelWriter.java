package org.trustedtrader.benefits.recognition;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Stores rows side by side. */
public final class ParallelWriter implements AutoCloseable {

    private final ExecutorService workers;

    public ParallelWriter(ExecutorService workers) {
        this.workers = workers;
    }

    <T> void run(List<T> items, Consumer<T> work) {
        List<Callable<Boolean>> tasks = items.stream()
                .map(item -> (Callable<Boolean>) () -> {
                    work.accept(item);
                    return true;
                })
                .toList();
        try {
            for (var done : workers.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static IllegalStateException interrupted() {
        return new IllegalStateException("Interrupted while a list was being taken in");
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
