package org.trustedtrader.platform.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends this process with an uncatchable signal when a named point is passed for the n-th time. Armed only by the environment
 * variable {@code TTP_CRASH_AT=<point>:<n>}, which the fault tests set; otherwise a single comparison. The points are
 * {@code before-commit}, {@code after-commit}, {@code before-trim}, {@code before-publish}, {@code after-publish},
 * {@code before-handle} and {@code before-acknowledge}. A service refuses to start armed outside the profile {@code demo}.
 */
public final class CrashPoints {

    static final String SETTING = "TTP_CRASH_AT";

    private static final String ARMED;
    private static final AtomicLong LEFT;

    static {
        var setting = System.getenv().getOrDefault(SETTING, "");
        var colon = setting.indexOf(':');
        ARMED = colon < 0 ? "" : setting.substring(0, colon);
        LEFT = new AtomicLong(colon < 0 ? 0 : Long.parseLong(setting.substring(colon + 1)));
    }

    private CrashPoints() {}

    public static void reached(String point) {
        if (ARMED.equals(point) && LEFT.decrementAndGet() == 0) {
            killThisProcess();
        }
    }

    private static void killThisProcess() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            Runtime.getRuntime().halt(137);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
