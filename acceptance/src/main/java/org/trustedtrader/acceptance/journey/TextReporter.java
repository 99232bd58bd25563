package org.trustedtrader.acceptance.journey;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the story for a person: who did what, what came of it, and how long it took. */
final class TextReporter implements StoryReporter {

    private static final String INDENT = " ".repeat(21);

    private final PrintStream out;
    private final @Nullable Chapter chosen;
    private @Nullable Chapter current;

    TextReporter(PrintStream out) {
        this(out, null);
    }

    /** @param chosen the chapter to print in full; of those that prepare it only the titles and what fails; null for all */
    TextReporter(PrintStream out, @Nullable Chapter chosen) {
        this.out = out;
        this.chosen = chosen;
    }

    @Override
    public void report(StepResult result) {
        var prepares = chosen != null && result.chapter() != chosen;
        if (result.chapter() != current) {
            current = result.chapter();
            out.printf("%n%d  %s%s%n", current.number(), current.title(), prepares ? " (preparation)" : "");
        }
        if (prepares && result.ok()) {
            return;
        }
        out.printf("   %-17s %-83s %8s%n", result.who(), result.what(), seconds(result.took()));
        for (var line : result.result().lines().toList()) {
            out.printf("%s%s %s%n", INDENT, result.ok() ? "→" : "✗", line);
        }
    }

    @Override
    public void finish(List<StepResult> all) {
        var took = all.stream().map(StepResult::took).reduce(Duration.ZERO, Duration::plus);
        var last = all.getLast();
        out.println();
        out.println(
                last.ok()
                        ? (chosen == null ? "The whole story was told: " : "The chapter was told: ") + all.size()
                                + " steps in " + seconds(took) + "."
                        : "The story broke off at step " + all.size() + " (" + last.who() + " " + last.what() + ").");
    }

    private static String seconds(Duration took) {
        return "%.2f s".formatted(took.toNanos() / 1e9);
    }
}
