package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import org.trustedtrader.acceptance.client.UnreachableException;

/** Takes the steps one after the other and stops at the first that does not give what the story says. */
final class StoryRunner {

    private final StoryReporter reporter;

    StoryRunner(StoryReporter reporter) {
        this.reporter = reporter;
    }

    List<StepResult> run(List<Step> steps) {
        var all = new ArrayList<StepResult>();
        for (var step : steps) {
            var result = take(step);
            all.add(result);
            reporter.report(result);
            if (!result.ok()) {
                break;
            }
        }
        reporter.finish(all);
        return all;
    }

    private static StepResult take(Step step) {
        var began = System.nanoTime();
        try {
            var outcome = step.action().get();
            return StepResult.done(step, outcome, since(began));
        } catch (UnexpectedResponseException | UnreachableException e) {
            return StepResult.failed(step, e.getMessage(), since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
