package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.acceptance.client.Unexpected;
import org.trustedtrader.acceptance.client.Unreachable;

/** Takes the steps one after the other and stops at the first that does not give what the story says. */
final class Play {

    private final Telling telling;

    Play(Telling telling) {
        this.telling = telling;
    }

    List<Told> perform(List<Step> steps) {
        var all = new ArrayList<Told>();
        for (var step : steps) {
            var told = take(step);
            all.add(told);
            telling.tell(told);
            if (!told.ok()) {
                break;
            }
        }
        telling.end(all);
        return all;
    }

    private static Told take(Step step) {
        var began = System.nanoTime();
        try {
            var outcome = step.deed().get();
            return Told.done(step, outcome, since(began));
        } catch (Unexpected | Unreachable e) {
            return Told.failed(step, e.getMessage(), since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
