package org.trustedtrader.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.trustedtrader.bench.engine.CpuPerOperation;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;
import tools.jackson.databind.json.JsonMapper;

/** One JMH benchmark in a process of its own, on one core, started anew in each round. */
public final class EngineSubject implements Subject {

    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final int ITERATIONS = 3;

    /** On large pages a quarter less time goes into finding where in memory things lie. */
    private static final List<String> OPTIONS = List.of("-Xmx8g", "-XX:+UseTransparentHugePages");

    private static final Pattern CHECKED = Pattern.compile("checked=(\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final String benchmark;
    private final Supplier<List<String>> parameters;
    private final Plan plan;
    private final Place place;

    /**
     * @param benchmark  class and method, such as {@code Looking.single}
     * @param parameters of JMH, such as {@code law=ZIPF}; what they name is made when they are first asked for
     */
    public EngineSubject(String name, String benchmark, Supplier<List<String>> parameters, Plan plan, Place place) {
        this.name = name;
        this.benchmark = benchmark;
        this.parameters = parameters;
        this.plan = plan;
        this.place = place;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        parameters.get();
    }

    @Override
    public Sample measure() {
        var file = place.newFile("jmh.json");
        var seconds = Math.ceilDiv(plan.phase().toSeconds(), ITERATIONS);
        List<String> arguments = new ArrayList<>(List.of(
                benchmark,
                "-f",
                "0",
                "-t",
                "1",
                "-bm",
                "thrpt",
                "-foe",
                "true",
                "-wi",
                "4",
                "-w",
                seconds + "s",
                "-i",
                Integer.toString(ITERATIONS),
                "-r",
                seconds + "s",
                "-prof",
                CpuPerOperation.class.getName(),
                "-rf",
                "json",
                "-rff",
                file.toString()));
        parameters.get().forEach(parameter -> arguments.addAll(List.of("-p", parameter)));
        String said;
        try {
            said = place.run(name, JavaProgram.onOneCore("org.openjdk.jmh.Main", OPTIONS, arguments), BOUND);
        } catch (Trouble trouble) {
            if (trouble.getMessage().contains("wrong answer")) {
                return new Sample(Map.of(), 0, List.of(trouble.getMessage()));
            }
            throw trouble;
        }
        var checked = CHECKED.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return read(file, checked);
    }

    private static Sample read(Path file, long checked) {
        try {
            var result = JSON.readTree(Files.readString(file)).path(0);
            var perSecond = result.path("primaryMetric").path("score").asDouble();
            var micros = result.path("secondaryMetrics")
                    .path(CpuPerOperation.LABEL)
                    .path("score")
                    .asDouble();
            return new Sample(Map.of(Metric.PER_SECOND, perSecond, Metric.CPU_MICROS, micros), checked, List.of());
        } catch (IOException e) {
            throw new Trouble("JMH has written no result", e);
        }
    }
}
