package org.trustedtrader.local.command;

import java.time.Duration;
import org.trustedtrader.local.Progress;

/** One line per part. */
final class ConsoleProgress implements Progress {

    @Override
    public synchronized void note(String part, String text) {
        System.out.println("  %-11s … %s".formatted(part, text));
    }

    @Override
    public synchronized void ready(String part, String description, boolean already, Duration took) {
        String state = already ? "was running" : "ready %4.1f s".formatted(took.toMillis() / 1e3);
        System.out.println("  %-11s %-13s %s".formatted(part, state, description));
    }
}
