package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.Optional;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Revision;

/** Whatever answers the border's questions from states that it hears: the engine in each of its modes, or the plain reference. */
public interface Engine {

    void apply(Revision revision);

    Answer answer(Question question, Moment moment);

    CrossingAnswer decide(Crossing crossing, Moment moment);

    /** What was known by that time, machine time of the owners' records; empty if this engine keeps no history. */
    default Optional<Engine> knownAt(Instant time) {
        return Optional.empty();
    }

    /** Makes an engine that has received nothing yet. */
    interface Factory {

        Engine under(Policies policies);
    }
}
