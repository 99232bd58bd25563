package org.trustedtrader.bench.result;

import java.util.List;
import java.util.Map;

/**
 * One subject in one round.
 *
 * @param checked how many answers were held against the reference
 * @param faults  what was wrong with them, or why the round says nothing; empty if all is well
 */
public record Sample(Map<Metric, Double> values, long checked, List<String> faults) {

    public Sample {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    public static Sample of(Map<Metric, Double> values) {
        return new Sample(values, 0, List.of());
    }
}
