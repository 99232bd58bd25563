package org.trustedtrader.bench.subject;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trustedtrader.bench.border.Restart;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** Seconds from the start of a killed service to its right answers. Measured last: the service is cold afterwards. */
public final class RestartSubject implements Subject {

    private final String name;
    private final boolean once;
    private final Runnable starts;
    private final Supplier<Restart.Took> restarts;

    /** @param restarts kills it, starts it and returns when it answers rightly */
    public RestartSubject(String name, boolean once, Runnable starts, Supplier<Restart.Took> restarts) {
        this.name = name;
        this.once = once;
        this.starts = starts;
        this.restarts = restarts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public boolean once() {
        return once;
    }

    @Override
    public void start() {
        starts.run();
    }

    @Override
    public Sample measure() {
        var took = restarts.get();
        return new Sample(
                Map.of(Metric.SECONDS, took.seconds(), Metric.CHANGES, (double) took.behind()),
                took.checked(),
                List.of());
    }
}
