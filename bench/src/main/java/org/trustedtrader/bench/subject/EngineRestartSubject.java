package org.trustedtrader.bench.subject;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.trustedtrader.bench.engine.StartFromSnapshot;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** The engine's part of a restart: from the snapshot's file to the first answer, in a process of its own that is cold. */
public final class EngineRestartSubject implements Subject {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Pattern SAID = Pattern.compile("seconds=([0-9.E-]+) checked=(\\d+) faults=(\\d+)");

    private final Plan plan;
    private final Place place;
    private final Supplier<Path> snapshot;

    public EngineRestartSubject(Plan plan, Place place, Supplier<Path> snapshot) {
        this.plan = plan;
        this.place = place;
        this.snapshot = snapshot;
    }

    @Override
    public String name() {
        return "engine-restart";
    }

    @Override
    public void start() {
        snapshot.get();
    }

    @Override
    public Sample measure() {
        var arguments = List.of(Integer.toString(plan.traders()), snapshot.get().toString());
        var said = place.run(
                name(), JavaProgram.onOneCore(StartFromSnapshot.class.getName(), List.of("-Xmx4g"), arguments), BOUND);
        var found = SAID.matcher(said);
        if (!found.find()) {
            throw new Trouble("it says: " + said);
        }
        var faults = found.group(3).equals("0")
                ? List.<String>of()
                : List.of(found.group(3) + " wrong answers from the snapshot");
        return new Sample(
                Map.of(Metric.SECONDS, Double.parseDouble(found.group(1))), Long.parseLong(found.group(2)), faults);
    }
}
