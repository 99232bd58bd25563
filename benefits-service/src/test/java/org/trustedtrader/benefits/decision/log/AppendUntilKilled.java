package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A process of its own that answers, which here is to print what it appended, as fast as it can until somebody ends it. */
final class AppendUntilKilled {

    private AppendUntilKilled() {}

    /** @param args folder, number of threads, first seed */
    public static void main(String[] args) throws IOException {
        var settings = new LogProperties(
                Path.of(args[0]), 1 << 18, 1L << 30, 1 << 16, Duration.ofMillis(20), Duration.ofMillis(50));
        var log = AppendLog.open(settings, new Nowhere(), Clock.systemUTC());
        var out = System.out;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            long first = Long.parseLong(args[2]) + i * 1_000_000_000L;
            new Thread(() -> append(log, first, out)).start();
        }
    }

    private static void append(AppendLog log, long first, PrintStream out) {
        for (long seed = first; ; seed++) {
            try {
                var written = WrittenRecord.append(log, seed);
                out.println(written.run() + " " + written.place() + " " + seed + ".");
            } catch (LogFullException e) {
                Thread.yield();
            }
        }
    }

    /** A database that is away. */
    private static final class Nowhere implements BlockStore {

        @Override
        public long put(Block block) {
            throw new IllegalStateException("away");
        }

        @Override
        public OptionalLong lastStart(long run, long from, long to) {
            throw new IllegalStateException("away");
        }

        @Override
        public Optional<Block> find(long run, long place) {
            throw new IllegalStateException("away");
        }

        @Override
        public void complete(long run, Instant until, boolean ended) {
            throw new IllegalStateException("away");
        }
    }
}
