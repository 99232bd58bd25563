package org.trustedtrader.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

/** Says how many bytes a trader takes: the heap in use after collection with a full memory, less that with none. */
public final class MemoryPerTrader {

    private static final int COLLECTIONS = 4;

    private MemoryPerTrader() {}

    /** @param arguments how many traders */
    public static void main(String[] arguments) {
        var traders = Integer.parseInt(arguments[0]);
        var world = new World(1, traders, 0);
        var policies = Shipped.policies();
        Memory.of(new World(1, 100, 0), policies);
        var empty = used();
        var memory = Memory.of(world, policies);
        var full = used();
        var asked = new QuestionGenerator(world, 1, new QuestionGenerator.Shares(0, 0, 0, 0)).next();
        var at = Instant.now();
        var answer = new EligibilityRules(policies)
                .answer(
                        new Question(at, null, List.of(asked.item())),
                        memory.status(),
                        new Moment(at, Duration.ZERO, Duration.ofSeconds(60)));
        var faults = new Reference(world, new Changes(world), Shipped.policy())
                .faults(asked, at, at, answer.answers().getFirst());
        System.out.println("bytes=" + (full - empty) / (double) traders + " columns="
                + memory.columns().bytes() / (double) traders + " faults=" + faults.size());
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
