package org.trustedtrader.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything that a run has measured, by subject and round. */
public final class Results {

    private final Map<String, Map<Integer, Sample>> samples = new LinkedHashMap<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    public void add(String subject, int round, Sample sample) {
        samples.computeIfAbsent(subject, _ -> new TreeMap<>()).put(round, sample);
    }

    public void skip(String subject, String why) {
        skipped.put(subject, why);
    }

    public Map<String, String> skipped() {
        return skipped;
    }

    public Set<String> subjects() {
        return samples.keySet();
    }

    public long checked(String subject) {
        return samples.get(subject).values().stream().mapToLong(Sample::checked).sum();
    }

    public List<String> faults(String subject) {
        return samples.getOrDefault(subject, Map.of()).values().stream()
                .flatMap(sample -> sample.faults().stream())
                .toList();
    }

    public boolean isVoid() {
        return samples.keySet().stream().anyMatch(subject -> !faults(subject).isEmpty());
    }

    public Optional<Spread> spread(String subject, Metric metric) {
        var values = samples.getOrDefault(subject, Map.of()).values().stream()
                .filter(sample -> sample.values().containsKey(metric))
                .map(sample -> sample.values().get(metric))
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    /** One metric over another, round by round, so that what slows both down at once falls out. */
    public Optional<Spread> ratio(String over, Metric overMetric, String under, Metric underMetric) {
        List<Double> ratios = new ArrayList<>();
        var above = samples.getOrDefault(over, Map.of());
        var below = samples.getOrDefault(under, Map.of());
        above.forEach((round, sample) -> {
            var divided = sample.values().get(overMetric);
            var other = below.get(round);
            var by = other == null ? null : other.values().get(underMetric);
            if (divided != null && by != null && by > 0) {
                ratios.add(divided / by);
            }
        });
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }
}
