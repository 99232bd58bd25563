package org.trustedtrader.bench.subject;

import java.util.function.Supplier;
import org.trustedtrader.bench.result.Sample;

/** A peer that measures itself with a program of its own. */
public final class PeerSubject implements Subject {

    private final String name;
    private final Runnable starts;
    private final Supplier<Sample> measures;

    public PeerSubject(String name, Runnable starts, Supplier<Sample> measures) {
        this.name = name;
        this.starts = starts;
        this.measures = measures;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        starts.run();
    }

    @Override
    public Sample measure() {
        return measures.get();
    }
}
