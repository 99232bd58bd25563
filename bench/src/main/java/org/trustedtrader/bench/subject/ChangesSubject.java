package org.trustedtrader.bench.subject;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.process.Cpu;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** What the changes cost while nobody asks, so that it can be told from what questions cost. */
public final class ChangesSubject implements Subject {

    private final Plan plan;
    private final Changes changes;
    private final Supplier<List<Long>> service;
    private final Supplier<List<Long>> behind;

    /** @param service takes the changes in @param behind stores them */
    public ChangesSubject(Plan plan, Changes changes, Supplier<List<Long>> service, Supplier<List<Long>> behind) {
        this.plan = plan;
        this.changes = changes;
        this.service = service;
        this.behind = behind;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public void start() {
        service.get();
    }

    @Override
    public Sample measure() {
        var count = changes.count();
        var taken = Cpu.micros(service.get());
        var stored = Cpu.micros(behind.get());
        Pause.of(plan.phase());
        var made = changes.count() - count;
        var each = Math.max(1, made);
        return Sample.of(Map.of(
                Metric.PER_SECOND,
                made * 1e3 / plan.phase().toMillis(),
                Metric.CPU_MICROS,
                (Cpu.micros(service.get()) - taken) / each,
                Metric.BEHIND_CPU_MICROS,
                (Cpu.micros(behind.get()) - stored) / each));
    }
}
