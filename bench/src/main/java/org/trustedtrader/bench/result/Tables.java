package org.trustedtrader.bench.result;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run has found, as Markdown. */
public final class Tables {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private final Results results;
    private final String plan;
    private final Limits limits = new Limits();

    /** @param plan how long and how much was measured, in words */
    public Tables(Results results, String plan) {
        this.results = results;
        this.plan = plan;
    }

    public String text() {
        return Stream.of(heading(), goals(), subjects(), starts(), skipped(), faults())
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "\n\n" + b)
                .orElseThrow();
    }

    private String heading() {
        return "Measured " + MINUTE.format(LocalDateTime.now(ZoneOffset.UTC)) + " on "
                + Machine.here().text() + "; " + plan + ". Medians, in brackets the lowest and the highest round.";
    }

    private String goals() {
        List<String> lines = new ArrayList<>(List.of(
                "| Ratio (per CPU) | goal | argued ceiling | measured | | what limits it |",
                "|---|---|---|---|---|---|"));
        for (var goal : Goal.ALL) {
            var measured = goal.measured().apply(results);
            lines.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            goal.text(),
                            goal.wantedText(),
                            goal.ceiling(),
                            measured.map(spread -> spread.text() + " " + goal.unit())
                                    .orElse("not measured"),
                            verdict(goal, measured),
                            limits.of(goal.key())));
        }
        return String.join("\n", lines);
    }

    private String verdict(Goal goal, Optional<Spread> measured) {
        return results.isVoid()
                ? "VOID"
                : measured.map(spread -> goal.reachedBy(spread) ? "reached" : "missed")
                        .orElse("");
    }

    private String subjects() {
        List<String> lines = new ArrayList<>(List.of(
                "| | operations/s | CPU µs each | of it own | behind it | p50 / p99 / p99.9 ms at 50 % | at 80 % | checked |",
                "|---|---|---|---|---|---|---|---|"));
        for (var subject : results.subjects()) {
            if (results.spread(subject, Metric.PER_SECOND).isPresent()) {
                lines.add("| %s | %s | %s | %s | %s | %s | %s | %,d |"
                        .formatted(
                                subject,
                                value(subject, Metric.PER_SECOND),
                                value(subject, Metric.CPU_MICROS),
                                value(subject, Metric.OWN_CPU_MICROS),
                                value(subject, Metric.BEHIND_CPU_MICROS),
                                latency(
                                        subject,
                                        Metric.MILLIS_P50_AT_50,
                                        Metric.MILLIS_P99_AT_50,
                                        Metric.MILLIS_P999_AT_50),
                                latency(
                                        subject,
                                        Metric.MILLIS_P50_AT_80,
                                        Metric.MILLIS_P99_AT_80,
                                        Metric.MILLIS_P999_AT_80),
                                results.checked(subject)));
            }
        }
        return String.join("\n", lines);
    }

    /** What is measured in seconds from a start. */
    private String starts() {
        return results.subjects().stream()
                .filter(subject -> results.spread(subject, Metric.SECONDS).isPresent())
                .map(subject -> "| %s | %s | %s | %,d |"
                        .formatted(
                                subject,
                                value(subject, Metric.SECONDS),
                                value(subject, Metric.CHANGES),
                                results.checked(subject)))
                .reduce((a, b) -> a + "\n" + b)
                .map(lines -> "| | seconds | changes read up | checked |\n|---|---|---|---|\n" + lines)
                .orElse("");
    }

    private String value(String subject, Metric metric) {
        return results.spread(subject, metric).map(Spread::text).orElse("");
    }

    private String latency(String subject, Metric... metrics) {
        return results.spread(subject, metrics[0]).isEmpty()
                ? ""
                : Stream.of(metrics)
                        .map(metric -> results.spread(subject, metric).orElseThrow())
                        .map(spread -> Numbers.text(spread.median()))
                        .reduce((a, b) -> a + " / " + b)
                        .orElseThrow();
    }

    private String skipped() {
        return results.skipped().entrySet().stream()
                .map(entry -> "Skipped: " + entry.getKey() + ", because "
                        + entry.getValue().replaceFirst("\\.$", "") + ".")
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private String faults() {
        return results.subjects().stream()
                .flatMap(subject -> results.faults(subject).stream().map(fault -> "VOID: " + subject + ": " + fault))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
