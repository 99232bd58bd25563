package org.trustedtrader.benefits.recognition;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.trustedtrader.platform.refusal.Refusal;

/** Stores rows side by side, and no faster than the border hears of them. */
public final class Writers implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ExecutorService workers;
    private final Pace pace;

    public Writers(ExecutorService workers, Pace pace) {
        this.workers = workers;
        this.pace = pace;
    }

    /**
     * Rows are announced behind one another, and whatever else this service announces waits behind them: a driver's card,
     * and the mark by which the border knows that it has heard everything.
     *
     * @param age        of what the border knows of this service's own events
     * @param pauseAbove an age at which no more is announced until it is heard; well below the lease
     * @param longest    pause at once, after which the list is cut short
     */
    public record Pace(Supplier<Duration> age, Duration pauseAbove, Duration longest) {

        boolean isTooFast() {
            return age.get().compareTo(pauseAbove) > 0;
        }
    }

    /** Waits until the border has heard what was stored before. @throws Refusal if that takes too long */
    void awaitHeard() {
        long began = System.nanoTime();
        while (pace.isTooFast()) {
            if (System.nanoTime() - began >= pace.longest().toNanos()) {
                throw new Refusal.Unavailable(
                        "The border has not heard of the rows before yet. Send the same list again; it goes on from there.");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
        }
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
