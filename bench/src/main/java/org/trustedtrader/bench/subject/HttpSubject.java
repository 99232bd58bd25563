package org.trustedtrader.bench.subject;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.bench.load.OpenLoop;
import org.trustedtrader.bench.load.Ran;
import org.trustedtrader.bench.load.Wrk;
import org.trustedtrader.bench.process.Cpu;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** Measures a server over HTTP: capacity and CPU in a closed loop, then latency at half and at four fifths of that capacity. */
public final class HttpSubject implements Subject {

    private static final int MOST_FAULTS = 5;

    private static final int MOST_RUNS = 12;
    private static final double STEADY = 0.95;

    private final String name;
    private final Plan plan;
    private final Place place;
    private final Supplier<Target> starts;
    private @Nullable Target target;
    private @Nullable Wrk wrk;

    /** @param starts starts the server, when the subject is */
    public HttpSubject(String name, Plan plan, Place place, Supplier<Target> starts) {
        this.name = name;
        this.plan = plan;
        this.place = place;
        this.starts = starts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        target = starts.get();
        wrk = new Wrk(place, target.requests(), target.every());
        warmUp(target, wrk);
    }

    /** Until twice running an operation costs no less than at its best: a virtual machine compiles for longer than it starts. */
    private void warmUp(Target server, Wrk load) {
        var best = Double.POSITIVE_INFINITY;
        var noBetter = 0;
        for (int runs = 1; runs <= MOST_RUNS && noBetter < 2; runs++) {
            var cpu = Cpu.micros(server.path());
            var answered = load.run(plan.warmUp()).answered();
            if (answered > 0) {
                var each = (Cpu.micros(server.path()) - cpu) / answered;
                noBetter = each > best * STEADY ? noBetter + 1 : 0;
                best = Math.min(best, each);
            }
        }
        if (Double.isInfinite(best)) {
            throw new Trouble("it answers nothing with 200");
        }
    }

    @Override
    public Sample measure() {
        var server = Objects.requireNonNull(target);
        List<String> faults = new ArrayList<>();
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        var before = Cpu.micros(server.path());
        var ownBefore = Cpu.micros(server.own());
        var behindBefore = Cpu.micros(server.behind());
        var closed = Objects.requireNonNull(wrk).run(plan.phase());
        var operations = Math.max(1, closed.answered() * server.requests().weight());
        values.put(Metric.CPU_MICROS, (Cpu.micros(server.path()) - before) / operations);
        values.put(Metric.OWN_CPU_MICROS, (Cpu.micros(server.own()) - ownBefore) / operations);
        if (!server.behind().isEmpty()) {
            values.put(Metric.BEHIND_CPU_MICROS, (Cpu.micros(server.behind()) - behindBefore) / operations);
        }
        values.put(Metric.PER_SECOND, closed.perSecond() * server.requests().weight());
        var half = open(closed.perSecond() * 0.5);
        note(half, values, Metric.MILLIS_P50_AT_50, Metric.MILLIS_P99_AT_50, Metric.MILLIS_P999_AT_50);
        var most = open(closed.perSecond() * 0.8);
        note(most, values, Metric.MILLIS_P50_AT_80, Metric.MILLIS_P99_AT_80, Metric.MILLIS_P999_AT_80);
        var checked = 0L;
        for (var ran : List.of(closed, half, most)) {
            checked += check(ran, server, faults);
        }
        return new Sample(values, checked * server.requests().weight(), faults);
    }

    private Ran open(double perSecond) {
        var server = Objects.requireNonNull(target);
        return new OpenLoop(server.requests(), server.every()).run(Math.max(1, perSecond), plan.phase());
    }

    private static void note(Ran ran, Map<Metric, Double> values, Metric p50, Metric p99, Metric p999) {
        values.put(p50, millis(ran.latencies(), 50));
        values.put(p99, millis(ran.latencies(), 99));
        values.put(p999, millis(ran.latencies(), 99.9));
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    private static int check(Ran ran, Target server, List<String> faults) {
        if (ran.failed() > 0) {
            faults.add(ran.failed() + " of " + (ran.failed() + ran.answered()) + " requests failed");
        }
        for (var looked : ran.looked()) {
            if (faults.size() < MOST_FAULTS) {
                faults.addAll(server.check().apply(looked));
            }
        }
        return ran.looked().size();
    }
}
