package org.trustedtrader.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time of processes as the kernel counts it: user and system, all threads, with their children alive and ended, so that a
 * server that starts a process per connection is counted whole.
 */
public final class Cpu {

    /** The kernel's unit for user space is a hundredth of a second on every Linux that a JDK 25 runs on. */
    private static final double MICROS_PER_TICK = 10_000;

    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private Cpu() {}

    public static double micros(Iterable<Long> pids) {
        var ticks = 0L;
        for (var pid : pids) {
            ticks += ticks(pid);
        }
        return ticks * MICROS_PER_TICK;
    }

    /** How many there are beneath that one. */
    public static long processes(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .count();
    }

    private static long ticks(long pid) {
        var ticks = own(pid);
        for (var child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            ticks += ticks(child.pid());
        }
        return ticks;
    }

    /** The process and its children that have ended; nothing for a process that has just ended itself. */
    private static long own(long pid) {
        try {
            return ofStat(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param stat a line of the kernel's, in which a program's name may hold anything, blanks and brackets too */
    static long ofStat(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (int field = UTIME; field <= CSTIME; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks;
    }

    /** Whether this machine tells. */
    public static boolean known() {
        return Files.exists(Path.of("/proc/self/stat"));
    }
}
