package org.trustedtrader.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.StatusMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.KnownStates;

/** The right answer to a question, worked out from that one trader's states alone. */
public final class Reference {

    /** Answers older than this must say that they are; the service's own setting. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Crowd crowd;
    private final Changes changes;
    private final Policies policies;

    public Reference(Crowd crowd, Changes changes, Policies policies) {
        this.crowd = crowd;
        this.changes = changes;
        this.policies = policies;
    }

    /**
     * What is wrong with an answer, or nothing.
     *
     * @param askedAt when the question was sent, machine time
     * @param asOf    what time it is about
     */
    public List<String> faults(Asked asked, Instant askedAt, Instant asOf, Answer.ItemAnswer given) {
        List<String> faults = new ArrayList<>();
        var expected = answer(asked.item(), states(asked.trader(), given.versions()), asOf);
        if (!same(expected, given)) {
            faults.add(asked.item() + " is answered " + given + ", but right is " + expected);
        }
        changes.of(asked.trader()).stream()
                .filter(known -> known.recordedAt().isBefore(askedAt.minus(LEASE)))
                .filter(known -> given.versions().getOrDefault(known.subject(), 0L) < known.version())
                .forEach(known -> faults.add(asked.item() + " is answered without " + known + " at " + askedAt));
        return faults;
    }

    /** What is known of a trader by those versions. */
    private List<Known> states(int trader, Map<String, Long> versions) {
        List<Known> states = new ArrayList<>(crowd.states(trader));
        states.addAll(changes.of(trader));
        states.removeIf(known -> known.version() > versions.getOrDefault(known.subject(), 0L));
        return states;
    }

    private Answer.ItemAnswer answer(Question.Item item, List<Known> states, Instant asOf) {
        var status = new StatusMemory(policies, new Fixed(states));
        var question = new Question(asOf, null, List.of(item));
        return new EligibilityRules(policies)
                .answer(question, status, new Moment(asOf, Duration.ZERO, LEASE))
                .answers()
                .getFirst();
    }

    private static boolean same(Answer.ItemAnswer expected, Answer.ItemAnswer given) {
        return expected.id().equals(given.id())
                && expected.outcome() == given.outcome()
                && expected.reasons().equals(given.reasons())
                && expected.benefits().equals(given.benefits())
                && expected.versions().equals(given.versions());
    }

    private record Fixed(List<Known> states) implements KnownStates {

        @Override
        public void append(Known known) {
            throw new IllegalStateException("Nothing is added to these.");
        }

        @Override
        public void forEach(Consumer<Known> consumer) {
            states.forEach(consumer);
        }
    }
}
