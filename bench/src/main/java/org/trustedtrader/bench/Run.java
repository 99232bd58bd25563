package org.trustedtrader.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Results;
import org.trustedtrader.bench.subject.Subject;
import org.trustedtrader.local.LauncherException;

/** Measures everything once, then everything again, so that whatever else the machine does meets all alike. */
final class Run {

    private final List<Subject> subjects;
    private final int rounds;
    private final PrintStream out;
    private final Results results = new Results();

    Run(List<Subject> subjects, int rounds, PrintStream out) {
        this.subjects = subjects;
        this.rounds = rounds;
        this.out = out;
    }

    /** @param ready run when everything has started, before the first round */
    Results measure(Runnable ready) {
        List<Subject> started = new ArrayList<>();
        for (var subject : subjects) {
            if (attempt(subject, "start", subject::start)) {
                started.add(subject);
            }
        }
        ready.run();
        var interleaved = new ArrayList<>(started);
        interleaved.removeIf(Subject::last);
        for (int round = 1; round <= rounds; round++) {
            measure(interleaved, round);
        }
        started.stream().filter(Subject::last).forEach(subject -> {
            var alone = new ArrayList<>(List.of(subject));
            for (int round = 1; round <= rounds; round++) {
                measure(alone, round);
            }
        });
        return results;
    }

    /** Whatever cannot be measured is left out from then on. */
    private void measure(List<Subject> left, int round) {
        for (var subject : List.copyOf(left)) {
            if (round > 1 && subject.once()) {
                continue;
            }
            var well = attempt(subject, "round " + round, () -> results.add(subject.name(), round, subject.measure()));
            if (!well) {
                left.remove(subject);
            }
        }
    }

    private boolean attempt(Subject subject, String what, Runnable task) {
        var began = System.nanoTime();
        try {
            task.run();
            out.println("  %-12s %-8s %5.1f s".formatted(subject.name(), what, (System.nanoTime() - began) / 1e9));
            return true;
        } catch (Trouble | LauncherException trouble) {
            skip(subject, what, trouble.getMessage());
        } catch (RuntimeException unforeseen) {
            skip(subject, what, unforeseen.toString());
        }
        return false;
    }

    private void skip(Subject subject, String what, String why) {
        out.println("  %-12s %-8s skipped: %s".formatted(subject.name(), what, why));
        results.skip(subject.name(), why);
    }
}
