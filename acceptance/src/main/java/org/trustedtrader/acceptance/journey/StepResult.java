package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.util.Map;

/** A step after it was taken. */
record StepResult(
        Chapter chapter,
        String who,
        String what,
        boolean ok,
        String result,
        Map<String, Object> figures,
        Duration took) {

    static StepResult done(Step step, Outcome outcome, Duration took) {
        return new StepResult(step.chapter(), step.who(), step.what(), true, outcome.result(), outcome.figures(), took);
    }

    static StepResult failed(Step step, String why, Duration took) {
        return new StepResult(step.chapter(), step.who(), step.what(), false, why, Map.of(), took);
    }
}
