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
    private final Supplier<List<Long>> path;
    private final Supplier<List<Long>> own;

    /** @param path the processes that take changes in @param own the service alone */
    public ChangesSubject(Plan plan, Changes changes, Supplier<List<Long>> path, Supplier<List<Long>> own) {
        this.plan = plan;
        this.changes = changes;
        this.path = path;
        this.own = own;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public void start() {
        path.get();
    }

    @Override
    public Sample measure() {
        var count = changes.count();
        var all = Cpu.micros(path.get());
        var alone = Cpu.micros(own.get());
        Pause.of(plan.phase());
        var made = changes.count() - count;
        var each = Math.max(1, made);
        return Sample.of(Map.of(
                Metric.PER_SECOND,
                made * 1e3 / plan.phase().toMillis(),
                Metric.CPU_MICROS,
                (Cpu.micros(path.get()) - all) / each,
                Metric.OWN_CPU_MICROS,
                (Cpu.micros(own.get()) - alone) / each));
    }
}
