package org.trustedtrader.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.subject.Plan;

/**
 * What the command line says.
 *
 * @param root  the folder of the checkout
 * @param only  names of the subjects that are measured; all if empty
 * @param quick whether it is a try, whose table is printed and not kept
 */
record Options(Path root, Plan plan, List<String> only, boolean quick) {

    /** Measured only where they are named: no goal needs them, and the one takes minutes, the other ends connections. */
    private static final Set<String> ON_REQUEST = Set.of("engine-one", "restart-behind", "single-mvc");

    private static final Duration LONGEST_PHASE = Duration.ofMinutes(5);
    private static final int MOST_ROUNDS = 100;

    static Options of(Path root, List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        var quick = left.remove("--quick");
        var rounds = quick ? 1 : 5;
        var seconds = quick ? 3 : 4;
        var traders = quick ? 100_000 : 1_000_000;
        List<String> only = List.of();
        while (!left.isEmpty()) {
            var option = left.pop();
            switch (option) {
                case "--only" -> only = Arrays.asList(value(option, left).split(","));
                case "--rounds" -> rounds = number(option, left, MOST_ROUNDS);
                case "--seconds" -> seconds = number(option, left, (int) LONGEST_PHASE.toSeconds());
                case "--traders" -> traders = number(option, left, 1_600_000);
                default -> throw new Trouble("bench does not know '" + option + "'");
            }
        }
        var warmUp = Duration.ofSeconds(quick ? 3 : 8);
        var plan = new Plan(rounds, Duration.ofSeconds(seconds), warmUp, traders, 10_000, !quick);
        return new Options(root, plan, only, quick);
    }

    /** Whether the run is one whose table is kept. */
    boolean whole() {
        return !quick && only.isEmpty();
    }

    boolean wants(String subject) {
        return only.isEmpty() ? !ON_REQUEST.contains(subject) : only.contains(subject);
    }

    String text() {
        return "%d rounds of %d s for each phase, %,d traders, 1 %% of them changing each minute"
                .formatted(plan.rounds(), plan.phase().toSeconds(), plan.traders());
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new Trouble(option + " wants a value");
        }
        return left.pop();
    }

    private static int number(String option, Deque<String> left, int most) {
        var text = value(option, left);
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Trouble(option + " wants a number from 1 to " + most + ", not '" + text + "'");
    }
}
