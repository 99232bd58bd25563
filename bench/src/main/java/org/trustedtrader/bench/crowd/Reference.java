package org.trustedtrader.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.ReferenceBorder;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Revision;

/** The right answer to a question, from the plain reference and from the states of whom the question is about alone. */
public final class Reference {

    /** Answers older than this must say that they are; the service's own setting. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private final World world;
    private final Changes changes;
    private final List<Policy> policies;

    public Reference(World world, Changes changes, Policy policy) {
        this.world = world;
        this.changes = changes;
        this.policies = List.of(policy);
    }

    /**
     * What is wrong with an answer, or nothing. It must be the right one for the versions that it names, and those must
     * include all that was there from the beginning and all that was announced longer ago than the lease.
     *
     * @param askedAt when the question was sent, machine time
     * @param asOf    what time it is about
     */
    public List<String> faults(QuestionGenerator.Asked asked, Instant askedAt, Instant asOf, Answer.ItemAnswer given) {
        List<String> faults = new ArrayList<>();
        var expected = answer(asked.item(), revision(asked, given.versions()), asOf);
        if (!same(expected, given)) {
            faults.add(asked.item() + " is answered " + given + ", but right is " + expected);
        }
        missing(asked, askedAt.minus(LEASE), given.versions())
                .forEach(revision ->
                        faults.add(asked.item() + " is answered without " + revision + ", asked at " + askedAt));
        return faults;
    }

    private Stream<Revision> beginning(QuestionGenerator.Asked asked) {
        if (asked.card() >= 0) {
            return world.card(asked.card()).stream();
        }
        return asked.trader() < 0 ? Stream.of() : world.trader(asked.trader()).stream();
    }

    private List<Revision> revision(QuestionGenerator.Asked asked, Map<String, Long> versions) {
        return Stream.concat(beginning(asked), changes.of(asked.trader()).stream())
                .filter(revision -> revision.version() <= versions.getOrDefault(revision.subject(), 0L))
                .toList();
    }

    private Stream<Revision> missing(
            QuestionGenerator.Asked asked, Instant announcedBefore, Map<String, Long> versions) {
        var announced = changes.of(asked.trader()).stream()
                .filter(revision -> revision.recordedAt().isBefore(announcedBefore));
        return Stream.concat(beginning(asked), announced)
                .filter(revision -> revision.version() > versions.getOrDefault(revision.subject(), 0L));
    }

    private Answer.ItemAnswer answer(Question.Item item, List<Revision> states, Instant asOf) {
        return ReferenceBorder.of(policies, states)
                .answer(new Question(asOf, null, List.of(item)), new Moment(asOf, Duration.ZERO, LEASE))
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
}
