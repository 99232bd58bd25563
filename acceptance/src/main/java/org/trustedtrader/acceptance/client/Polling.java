package org.trustedtrader.acceptance.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what follows from an event: asks again and again, but not for ever. */
public final class Polling {

    /** The bound for what follows from an event: 30 seconds, unless {@code ttp.patience.seconds} says otherwise. */
    public static final Duration SOON = Duration.ofSeconds(Long.getLong("ttp.patience.seconds", 30));

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Polling() {}

    /**
     * Asks until the answer is as wanted.
     *
     * @throws UnexpectedResponseException after the bound, with the last answer
     */
    public static <T> Awaited<T> until(String what, Duration bound, Supplier<T> question, Predicate<T> wanted) {
        var began = System.nanoTime();
        var answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() - began > bound.toNanos()) {
                throw new UnexpectedResponseException("Waited " + bound.toSeconds() + " s in vain until " + what
                        + "; last seen: "
                        + Optional.ofNullable(answer).map(Object::toString).orElse("nothing"));
            }
            pause();
            answer = question.get();
        }
        return new Awaited<>(answer, Duration.ofNanos(System.nanoTime() - began));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException("interrupted while waiting", e);
        }
    }

    /** What was waited for, and how long that took. */
    public record Awaited<T>(T value, Duration waited) {}
}
