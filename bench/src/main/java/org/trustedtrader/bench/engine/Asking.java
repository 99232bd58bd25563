package org.trustedtrader.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.trustedtrader.bench.crowd.Asked;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Crowd;
import org.trustedtrader.bench.crowd.Keys;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.crowd.SeededCrowd;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;

/** A full memory that changes meanwhile, questions in random order, and every 1,024th answer kept and checked. */
@State(Scope.Benchmark)
public class Asking {

    /** Enough that the questions themselves do not stay in the processor's caches. */
    private static final int QUESTIONS = 1 << 19;

    private static final int BATCHES = 1 << 12;
    private static final int EVERY = 1 << 10;

    /** The share of traders that changes each minute. */
    private static final double CHANGING = 0.01;

    @Param("1000000")
    public int traders;

    @Param({"UNIFORM", "ZIPF"})
    public String law = "UNIFORM";

    private final List<Kept> kept = new ArrayList<>();
    private Asked[] asked = {};
    private Question[] questions = {};
    private Question[] batches = {};
    private Moment moment = new Moment(Instant.EPOCH, Duration.ZERO, Duration.ZERO);
    private Changes changes = new Changes(new SeededCrowd(1, 1));
    private Reference reference = new Reference(new SeededCrowd(1, 1), changes, Shipped.policies());
    private EligibilityRules rules = new EligibilityRules(Shipped.policies());
    private Memory memory = Memory.of(new SeededCrowd(1, 1), Shipped.policies());
    private int next;

    private record Kept(Asked asked, Instant at, Answer.ItemAnswer answer) {}

    @Setup
    public void fill() {
        Crowd crowd = new SeededCrowd(1, traders);
        memory = Memory.of(crowd, Shipped.policies());
        changes = new Changes(crowd);
        reference = new Reference(crowd, changes, Shipped.policies());
        // What changes meanwhile counts as well: it takes effect before the time that is asked about.
        var at = Instant.now().plus(Duration.ofDays(1));
        moment = new Moment(at, Duration.ZERO, Duration.ofSeconds(60));
        var keys = new Keys(Keys.Law.valueOf(law), traders, 2);
        asked = new Asked[QUESTIONS];
        questions = new Question[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            asked[i] = Asked.next(crowd, keys);
            questions[i] = new Question(at, null, List.of(asked[i].item()));
        }
        batches = new Question[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            var items = new ArrayList<Question.Item>();
            for (int k = 0; k < Looking.BATCH; k++) {
                items.add(asked[i * Looking.BATCH + k & QUESTIONS - 1].item());
            }
            batches[i] = new Question(at, null, items);
        }
        changes.tell(change -> memory.takeIn(change.known()));
        changes.start(CHANGING);
    }

    Answer single() {
        var number = next++ & QUESTIONS - 1;
        var answer = rules.answer(questions[number], memory.status(), moment);
        if ((next & EVERY - 1) == 0) {
            kept.add(new Kept(asked[number], Instant.now(), answer.answers().getFirst()));
        }
        return answer;
    }

    Answer batch() {
        var number = next++ & BATCHES - 1;
        var answer = rules.answer(batches[number], memory.status(), moment);
        if ((next & (EVERY / Looking.BATCH) - 1) == 0) {
            var which = asked[number * Looking.BATCH & QUESTIONS - 1];
            kept.add(new Kept(which, Instant.now(), answer.answers().getFirst()));
        }
        return answer;
    }

    @TearDown(Level.Iteration)
    public void check() {
        for (var one : kept) {
            var faults = reference.faults(one.asked(), one.at(), moment.askedAt(), one.answer());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("wrong answer: " + faults.getFirst());
            }
        }
        kept.clear();
    }

    @TearDown
    public void end() {
        changes.close();
    }
}
