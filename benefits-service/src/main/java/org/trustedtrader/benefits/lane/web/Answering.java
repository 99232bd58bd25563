package org.trustedtrader.benefits.lane.web;

import org.trustedtrader.benefits.eligibility.Draft;
import org.trustedtrader.platform.web.ProblemMapper;

/** Turns a question into what is said to it, on whatever thread asks; what is not plain is asked of the standard chain. */
final class Answering {

    private final Lane lane;

    Answering(Lane lane) {
        this.lane = lane;
    }

    Said answered(Questions.Work work, Admitted caller, Draft draft) {
        try {
            work.answer(caller.actor(), draft);
            return new Said.Answer(draft);
        } catch (RuntimeException e) {
            return new Said.Refused(ProblemMapper.of(e));
        }
    }

    /** Reads it first. May wait. */
    Said readAndAnswered(Asked asked, Admitted caller) {
        try {
            return answered(lane.questions.of(asked), caller, new Draft());
        } catch (NotPlain e) {
            return passedOn(asked);
        }
    }

    /** Waits for the standard chain. */
    Said passedOn(Asked asked) {
        lane.counts.leftToTheStandardChain.increment();
        try {
            return new Said.ByTheStandardChain(lane.standardChain().ask(asked));
        } catch (IllegalArgumentException e) {
            return new Said.Malformed();
        } catch (RuntimeException e) {
            return new Said.Refused(ProblemMapper.of(e));
        }
    }
}
