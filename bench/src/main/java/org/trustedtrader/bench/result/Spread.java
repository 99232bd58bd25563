package org.trustedtrader.bench.result;

import java.util.List;

/** The same thing measured several times. */
public record Spread(double median, double min, double max) {

    public static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Median and, unless it was measured once, the lowest and highest. */
    public String text() {
        return min == max
                ? Numbers.text(median)
                : Numbers.text(median) + " (" + Numbers.text(min) + "–" + Numbers.text(max) + ")";
    }
}
