package org.trustedtrader.bench.engine;

import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

/** The same crowd and the same order of questions for the libraries; nothing changes meanwhile, which favours them. */
@State(Scope.Benchmark)
public class AskedTraits {

    private static final int QUESTIONS = 1 << 16;

    @Param("1000000")
    public int traders;

    private Map<String, Traits.Subject> subjects = Map.of();
    private String[] ids = {};
    private int next;

    final Policy policy = Shipped.policy();

    @Setup
    public void fill() {
        var world = new World(1, traders, 0);
        subjects = Traits.of(world);
        var asker = new QuestionGenerator(world, 2, new QuestionGenerator.Shares(0, 0, 0, 0));
        ids = Stream.generate(() -> asker.next().item().id())
                .filter(subjects::containsKey)
                .limit(QUESTIONS)
                .toArray(String[]::new);
    }

    Traits.Subject next() {
        return subjects.get(ids[next++ & QUESTIONS - 1]);
    }

    /** What a library can be asked. */
    interface Library {
        boolean may(Traits.Subject subject, Benefit benefit);
    }

    /** @return bits of the benefits that are granted */
    int ask(Library library) {
        var subject = next();
        var granted = 0;
        for (var benefit : Benefit.values()) {
            granted |= library.may(subject, benefit) ? 1 << benefit.ordinal() : 0;
        }
        return granted;
    }

    /** A library that answers otherwise is not measured. */
    void require(Library library, int questions) {
        for (int i = 0; i < questions; i++) {
            var subject = next();
            for (var benefit : Benefit.values()) {
                if (library.may(subject, benefit) != subject.may(policy, benefit)) {
                    throw new IllegalStateException("wrong answer: " + benefit + " for " + subject);
                }
            }
        }
        System.out.println("checked=" + questions);
    }
}
