package org.trustedtrader.bench.subject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.trustedtrader.bench.engine.MemoryPerTrader;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;

/** Bytes for each trader, in a process of its own. */
public final class MemorySubject implements Subject {

    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Pattern SAID = Pattern.compile("bytes=([0-9.E]+) columns=[0-9.E]+ faults=(\\d+)");

    private final Plan plan;
    private final Place place;

    public MemorySubject(Plan plan, Place place) {
        this.plan = plan;
        this.place = place;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    public void start() {
        // Everything happens in the measurement.
    }

    @Override
    public Sample measure() {
        var said = place.run(
                name(),
                JavaProgram.onOneCore(
                        MemoryPerTrader.class.getName(), List.of("-Xmx8g"), List.of(Integer.toString(plan.traders()))),
                BOUND);
        var found = SAID.matcher(said);
        if (!found.find()) {
            throw new Trouble("it says: " + said);
        }
        var faults = found.group(2).equals("0") ? List.<String>of() : List.of("the full memory answers wrongly");
        return new Sample(Map.of(Metric.BYTES, Double.parseDouble(found.group(1))), 1, faults);
    }
}
