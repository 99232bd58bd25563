package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
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

/** Says how long a process that has just started takes from the snapshot's file to the first answer of the engine. */
public final class StartFromSnapshot {

    private static final int LOOKS = 100;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private StartFromSnapshot() {}

    /** @param arguments how many traders, and the file */
    public static void main(String[] arguments) throws IOException {
        var world = new World(1, Integer.parseInt(arguments[0]), 0);
        var asker = new QuestionGenerator(world, 1, new QuestionGenerator.Shares(0, 0, 0, 0));
        var first = asker.next();
        var policies = Shipped.policies();
        var rules = new EligibilityRules(policies);
        var at = Instant.now();
        var moment = new Moment(at, Duration.ZERO, LEASE);
        var began = System.nanoTime();
        var status = Memory.resume(Path.of(arguments[1]), world, policies).status();
        var answer = rules.answer(new Question(at, null, List.of(first.item())), status, moment);
        var took = System.nanoTime() - began;
        var reference = new Reference(world, new Changes(world), Shipped.policy());
        var faults =
                reference.faults(first, at, at, answer.answers().getFirst()).size();
        for (int i = 1; i < LOOKS; i++) {
            var next = asker.next();
            var given = rules.answer(new Question(at, null, List.of(next.item())), status, moment);
            faults += reference.faults(next, at, at, given.answers().getFirst()).size();
        }
        System.out.println("seconds=" + took / 1e9 + " checked=" + LOOKS + " faults=" + faults);
    }
}
