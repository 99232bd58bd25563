package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
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
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.memory.BatchLookup;
import org.trustedtrader.border.memory.Lookup;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Scheme;

/** A full memory that changes meanwhile, questions in random order, and every 1,000th answer kept and checked. */
@State(Scope.Benchmark)
public class Asking {

    /** Enough that the questions themselves do not stay in the processor's caches. */
    private static final int QUESTIONS = 1 << 19;

    /** The share of questions about identifiers that nobody has. */
    private static final double UNKNOWN = 0.02;

    private static final World SMALL = new World(1, 1, 0);
    private static final int BATCHES = 1 << 12;
    private static final int LOTS = QUESTIONS / Looking.LOT;
    private static final int EVERY = 1_000;

    /** The share of traders that changes each minute. */
    private static final double CHANGING = 0.01;

    @Param("1000000")
    public int traders;

    /** A file of {@link WorldSnapshot} with so many traders; the world itself is taken in if there is none. */
    @Param("")
    public String snapshot = "";

    @Param({"UNIFORM", "ZIPF"})
    public String law = "UNIFORM";

    private static final Benefit[] BENEFITS = Benefit.values();

    private final List<Kept> kept = new ArrayList<>();
    private QuestionGenerator.Asked[] asked = {};
    private Scheme[] schemes = {};
    private String[] ids = {};
    private long millis;
    private Question[] questions = {};
    private Question[] batches = {};
    private Moment moment = new Moment(Instant.EPOCH, Duration.ZERO, Duration.ZERO);
    private final Role[][] parts = parts(Shipped.policy());
    private final Lookup look = new Lookup();
    private final BatchLookup looks = new BatchLookup(Looking.LOT);
    private Changes changes = new Changes(SMALL);
    private Reference reference = new Reference(SMALL, changes, Shipped.policy());
    private EligibilityRules rules = new EligibilityRules(Shipped.policies());
    private Memory memory = Memory.of(SMALL, Shipped.policies());
    private int next;

    private record Kept(QuestionGenerator.Asked asked, Instant at, Answer.ItemAnswer answer) {}

    @Setup
    public void fill() throws IOException {
        var world = new World(1, traders, 0);
        memory = snapshot.isEmpty()
                ? Memory.of(world, Shipped.policies())
                : Memory.resume(Path.of(snapshot), world, Shipped.policies());
        changes = new Changes(world);
        reference = new Reference(world, changes, Shipped.policy());
        // What changes meanwhile counts as well: it takes effect before the time that is asked about.
        var at = Instant.now().plus(Duration.ofDays(1));
        moment = new Moment(at, Duration.ZERO, Duration.ofSeconds(60));
        var asker = new QuestionGenerator(
                world, 2, new QuestionGenerator.Shares(law.equals("ZIPF") ? 1 : 0, 0, UNKNOWN, 0));
        asked = new QuestionGenerator.Asked[QUESTIONS];
        schemes = new Scheme[QUESTIONS];
        ids = new String[QUESTIONS];
        millis = at.toEpochMilli();
        questions = new Question[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            asked[i] = asker.next();
            schemes[i] = Scheme.named(asked[i].item().scheme());
            ids[i] = asked[i].item().id();
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
        changes.tell(change -> memory.apply(change.revision()));
        changes.start(CHANGING);
    }

    /** @return the reasons of all benefits, as bits */
    long look() {
        var number = next++ & QUESTIONS - 1;
        if (!memory.columns().lookUp(schemes[number], ids[number], millis, look)) {
            return answer(number).statusAgeMillis();
        }
        if (next % EVERY == 0) {
            keep(number, look);
        }
        return reasons(number, look);
    }

    /** The same for several traders at once. */
    long looks() {
        var lot = next++ & LOTS - 1;
        looks.clear();
        for (int i = 0; i < Looking.LOT; i++) {
            var number = lot * Looking.LOT + i;
            looks.add(schemes[number], ids[number]);
        }
        memory.columns().lookUp(looks, millis);
        var all = 0L;
        for (int i = 0; i < Looking.LOT; i++) {
            var number = lot * Looking.LOT + i;
            if (looks.isResolved(i)) {
                all |= reasons(number, looks.get(i));
            } else {
                all |= looks.isNobodys(i)
                        ? Reason.UNKNOWN_IDENTIFIER.bit()
                        : answer(number).statusAgeMillis();
            }
        }
        if (next % (EVERY / Looking.LOT) == 0 && looks.isResolved(0)) {
            keep(lot * Looking.LOT, looks.get(0));
        }
        return all;
    }

    private long reasons(int number, Lookup look) {
        var roles = parts[schemes[number].ordinal()];
        var all = 0L;
        for (var benefit : BENEFITS) {
            all |= look.reasons(benefit, roles[benefit.ordinal()]);
        }
        return all;
    }

    /** What was looked up is kept as the answer that it stands for. */
    private void keep(int number, Lookup look) {
        var roles = parts[schemes[number].ordinal()];
        var benefits = new ArrayList<Answer.BenefitOutcome>();
        var common = -1L;
        var best = Outcome.INELIGIBLE;
        for (var rule : look.policy().rules()) {
            var reasons = look.reasons(rule.benefit(), roles[rule.benefit().ordinal()]);
            var outcome = Outcome.of(reasons);
            common &= reasons;
            best = best == Outcome.ELIGIBLE || outcome == Outcome.INELIGIBLE ? best : outcome;
            benefits.add(new Answer.BenefitOutcome(rule.benefit(), outcome, Reasons.list(reasons)));
        }
        var item = asked[number].item();
        var answer =
                new Answer.ItemAnswer(item.scheme(), item.id(), best, Reasons.list(common), benefits, look.versions());
        kept.add(new Kept(asked[number], Instant.now(), answer));
    }

    /** The role in which each benefit judges the holder of an identifier, by scheme. */
    private static Role[][] parts(Policy policy) {
        var parts = new Role[Scheme.values().length][Benefit.COUNT];
        for (var scheme : Scheme.values()) {
            for (var benefit : BENEFITS) {
                var role = role(scheme);
                parts[scheme.ordinal()][benefit.ordinal()] =
                        policy.rule(benefit).asks(role) ? role : Role.HOLDER;
            }
        }
        return parts;
    }

    private Answer answer(int number) {
        return rules.answer(questions[number], memory.status(), moment);
    }

    private static Role role(Scheme scheme) {
        return switch (scheme) {
            case CARRIER_CODE -> Role.CARRIER;
            case BN15 -> Role.IMPORTER;
            default -> Role.HOLDER;
        };
    }

    Answer single() {
        var number = next++ & QUESTIONS - 1;
        var answer = answer(number);
        if (next % EVERY == 0) {
            kept.add(new Kept(asked[number], Instant.now(), answer.answers().getFirst()));
        }
        return answer;
    }

    Answer batch() {
        var number = next++ & BATCHES - 1;
        var answer = rules.answer(batches[number], memory.status(), moment);
        if (next % (EVERY / Looking.BATCH) == 0) {
            var which = asked[number * Looking.BATCH & QUESTIONS - 1];
            kept.add(new Kept(which, Instant.now(), answer.answers().getFirst()));
        }
        return answer;
    }

    @TearDown(Level.Iteration)
    public void check() {
        Beside.check(this::checkKept);
    }

    private void checkKept() {
        for (var one : kept) {
            var faults = reference.faults(one.asked(), one.at(), moment.askedAt(), one.answer());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("wrong answer: " + faults.getFirst());
            }
        }
        System.out.println("checked=" + kept.size());
        kept.clear();
    }

    @TearDown
    public void end() {
        changes.close();
    }
}
