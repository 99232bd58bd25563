package org.trustedtrader.bench.engine;

import java.util.Map;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustedtrader.bench.crowd.Keys;
import org.trustedtrader.bench.crowd.SeededCrowd;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;

/** The same crowd and the same order of questions for the libraries; nothing changes meanwhile, which favours them. */
@State(Scope.Benchmark)
public class AskedTraits {

    private static final int QUESTIONS = 1 << 16;

    @Param("1000000")
    public int traders;

    private Map<String, Traits.Subject> subjects = Map.of();
    private String[] ids = {};
    private int next;

    final Policy policy = Shipped.policies().at(System.currentTimeMillis());

    @Setup
    public void fill() {
        var crowd = new SeededCrowd(1, traders);
        subjects = Traits.of(crowd, traders);
        var keys = new Keys(Keys.Law.UNIFORM, traders, 2);
        ids = new String[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            ids[i] = crowd.item(keys.next(), 1).id();
        }
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
    }
}
