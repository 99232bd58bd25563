package org.trustedtrader.bench.subject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trustedtrader.bench.load.OpenLoop;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** What share of the questions is answered in a minute in which nothing behind the service is there any more. */
public final class OutageSubject implements Subject {

    private static final Duration DURATION = Duration.ofSeconds(60);
    private static final double PER_SECOND = 1_000;
    private static final int MOST_FAULTS = 5;

    private final Runnable starts;
    private final Supplier<Target> loses;

    /** @param loses ends all that is behind the service and says whom to ask */
    public OutageSubject(Runnable starts, Supplier<Target> loses) {
        this.starts = starts;
        this.loses = loses;
    }

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    public void start() {
        starts.run();
    }

    @Override
    public Sample measure() {
        var target = loses.get();
        var ran = new OpenLoop(target.requests(), target.every()).run(PER_SECOND, DURATION);
        List<String> faults = new ArrayList<>();
        for (var looked : ran.looked()) {
            if (faults.size() < MOST_FAULTS) {
                faults.addAll(target.check().apply(looked));
            }
        }
        var asked = PER_SECOND * DURATION.toSeconds();
        return new Sample(
                Map.of(Metric.PERCENT, 100 * ran.answered() / asked),
                ran.looked().size(),
                faults);
    }
}
