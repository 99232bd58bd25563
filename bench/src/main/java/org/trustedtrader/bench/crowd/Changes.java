package org.trustedtrader.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Revision;

/** Lets a share of the traders change every minute, and remembers every change for as long as the run lasts. */
public final class Changes implements AutoCloseable {

    /** The name of the one that makes them. */
    public static final String THREAD = "changes";

    private static final long SEED = 97;
    private static final int REMEMBERED = 1_000;

    private final World world;
    private final int[] who;
    private final Map<Integer, List<Revision>> made = new ConcurrentHashMap<>();
    private final Deque<Integer> latest = new ConcurrentLinkedDeque<>();
    private final List<Consumer<Change>> told = new ArrayList<>();
    private volatile long count;
    private volatile boolean paused;
    private volatile boolean ended;

    /** One trader's new state. */
    public record Change(int trader, Revision revision) {}

    /** Of everybody. */
    public Changes(World world) {
        this(world, world.traders());
    }

    /** @param among so many of the traders, who change one after the other and then again */
    public Changes(World world, int among) {
        this.world = world;
        this.who = new SplittableRandom(SEED)
                .ints(0, world.traders())
                .distinct()
                .limit(among)
                .toArray();
    }

    /** Who will change, in that order. */
    public IntStream toCome() {
        return Arrays.stream(who);
    }

    /** How many were made. */
    public long count() {
        return count;
    }

    /** Before the first change. */
    public void tell(Consumer<Change> listener) {
        told.add(listener);
    }

    /** @param perMinute share of the traders, such as 0.01 */
    public void start(double perMinute) {
        var pause = Duration.ofNanos((long) (60e9 / Math.max(1, world.traders() * perMinute)));
        Thread.ofPlatform().daemon().name(THREAD).start(() -> {
            var next = System.nanoTime();
            while (!ended) {
                next += pause.toNanos();
                sleepUntil(next);
                if (!ended && !paused) {
                    one();
                }
            }
        });
    }

    /** Nobody changes by itself any more. */
    public void pause() {
        paused = true;
    }

    /** One change now. */
    public synchronized void one() {
        var trader = who[(int) (count % who.length)];
        var before = made.getOrDefault(trader, List.of());
        var revision = world.change(trader, before.size() + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        var all = new ArrayList<>(before);
        all.add(revision);
        made.put(trader, List.copyOf(all));
        count++;
        latest.addFirst(trader);
        if (latest.size() > REMEMBERED) {
            latest.removeLast();
        }
        var change = new Change(trader, revision);
        for (var listener : told) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                System.err.println("a change was not taken in: " + e.getMessage());
            }
        }
    }

    /** In the order in which they were made. */
    public List<Revision> of(int trader) {
        return made.getOrDefault(trader, List.of());
    }

    /** How many were made after the one time and not after the other. */
    public long between(Instant after, Instant until) {
        return made.values().stream()
                .flatMap(List::stream)
                .map(Revision::recordedAt)
                .filter(at -> at.isAfter(after) && !at.isAfter(until))
                .count();
    }

    /** Who changed last, at most so many. */
    public List<Integer> latest(int count) {
        return latest.stream().limit(count).toList();
    }

    private static void sleepUntil(long nanoTime) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
