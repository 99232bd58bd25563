package org.trustedtrader.bench.subject;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** Seconds from the start of a killed service to its right answers. Measured last: whoever asks afterwards finds it cold. */
public final class RestartSubject implements Subject {

    private final Runnable starts;
    private final DoubleSupplier seconds;

    /** @param seconds restarts it and returns when it answers rightly */
    public RestartSubject(Runnable starts, DoubleSupplier seconds) {
        this.starts = starts;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public void start() {
        starts.run();
    }

    @Override
    public Sample measure() {
        return Sample.of(Map.of(Metric.SECONDS, seconds.getAsDouble()));
    }
}
