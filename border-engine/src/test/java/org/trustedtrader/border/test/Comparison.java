package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.policy.Policies;

/**
 * Holds an engine against the plain reference. Both must say the same, except that an engine may say a shorter validity, as
 * long as something that was announced changes when it ends: not every change makes a difference to who asked.
 */
public final class Comparison {

    private final Engine.Factory factory;
    private long compared;

    public Comparison(Engine.Factory factory) {
        this.factory = factory;
    }

    /** Answers to items and crossings that were compared so far. */
    public long compared() {
        return compared;
    }

    /** What the engine says otherwise than the reference in that world, in words; an exception that it throws is one. */
    public Optional<String> difference(RandomWorld world) {
        var plain = new ReferenceBorder(world.policies());
        var engine = factory.under(new Policies(world.policies()));
        for (var step : world.steps()) {
            Optional<String> difference;
            try {
                difference = difference(step, plain, engine);
            } catch (RuntimeException e) {
                difference = Optional.of(e + " at " + e.getStackTrace()[0]);
            }
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(Step step, ReferenceBorder plain, Engine engine) {
        return switch (step) {
            case Step.Announcement(var known) -> {
                plain.apply(known);
                engine.apply(known);
                yield Optional.empty();
            }
            case Step.Asked(var question, var moment, var knownAt) -> {
                compared += question.items().size();
                yield knownAt == null
                        ? compare(plain, plain.answer(question, moment), engine.answer(question, moment), moment)
                        : engine.knownAt(knownAt)
                                .flatMap(then -> compare(
                                        plain,
                                        plain.knownAt(knownAt).orElseThrow().answer(question, moment),
                                        then.answer(question, moment),
                                        moment));
            }
            case Step.Crossed(var crossing, var moment, var knownAt) -> {
                compared++;
                yield knownAt == null
                        ? compare(plain, plain.decide(crossing, moment), engine.decide(crossing, moment), moment)
                        : engine.knownAt(knownAt)
                                .flatMap(then -> compare(
                                        plain,
                                        plain.knownAt(knownAt).orElseThrow().decide(crossing, moment),
                                        then.decide(crossing, moment),
                                        moment));
            }
        };
    }

    private static Optional<String> compare(ReferenceBorder plain, Answer right, Answer said, Moment moment) {
        var until = mayHold(plain.changes(), said.validUntil(), right.validUntil(), moment)
                ? said.validUntil()
                : right.validUntil();
        return compare(
                new Answer(right.asOf(), until, right.statusAgeMillis(), right.policyVersion(), right.answers()), said);
    }

    private static Optional<String> compare(
            ReferenceBorder plain, CrossingAnswer right, CrossingAnswer said, Moment moment) {
        var until = mayHold(plain.changes(), said.validUntil(), right.validUntil(), moment)
                ? said.validUntil()
                : right.validUntil();
        return compare(
                new CrossingAnswer(
                        right.outcome(),
                        right.benefits(),
                        right.versions(),
                        right.policyVersion(),
                        right.asOf(),
                        until,
                        right.statusAgeMillis()),
                said);
    }

    private static Optional<String> compare(Object right, Object said) {
        return right.equals(said) ? Optional.empty() : Optional.of("engine    " + said + "\nreference " + right);
    }

    private static boolean mayHold(NavigableSet<Long> changes, Instant said, Instant right, Moment moment) {
        return said.isBefore(right) && said.isAfter(moment.askedAt()) && changes.contains(said.toEpochMilli());
    }
}
