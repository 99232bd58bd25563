package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.trustedtrader.bench.crowd.Changes;

/**
 * CPU of what happens in a measurement beside what is measured: changes are made, answers are checked, and programs compiled,
 * which on a busy machine goes on long after the warm-up and in a service that runs for days is over.
 */
final class Beside {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path TASKS = Path.of("/proc/self/task");

    /** As the kernel has them, cut off after 15 letters. */
    private static final List<String> NAMES = List.of(Changes.THREAD, "C1 CompilerThre", "C2 CompilerThre");

    private static final LongAdder CHECKING = new LongAdder();

    private Beside() {}

    static void check(Runnable check) {
        var before = THREADS.getCurrentThreadCpuTime();
        try {
            check.run();
        } finally {
            CHECKING.add(THREADS.getCurrentThreadCpuTime() - before);
        }
    }

    static long nanos() {
        try (var tasks = Files.list(TASKS)) {
            return CHECKING.sum() + tasks.mapToLong(Beside::nanos).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first number of a thread's {@code schedstat} is the time that it ran. */
    private static long nanos(Path task) {
        try {
            return NAMES.contains(Files.readString(task.resolve("comm")).strip())
                    ? Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0])
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
