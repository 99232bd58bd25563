package org.trustedtrader.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of what was promised.
 *
 * @param key     names it in files
 * @param atLeast whether more is better
 */
public record Goal(
        String key,
        String text,
        double wanted,
        boolean atLeast,
        String unit,
        String ceiling,
        Function<Results, Optional<Spread>> measured) {

    public static final List<Goal> ALL = List.of(
            perCpu("nginx", "authenticated single check ÷ nginx static answer", 0.55, "0.78", "nginx", "single"),
            perCpu("naive", "vs naive Boot + Security + database read", 15, "≈ 34×", "naive", "single"),
            perCpu(
                    "redis",
                    "vs Redis GET unpipelined, our HTTP + JSON + JWT included",
                    0.75,
                    "1.06×",
                    "redis",
                    "single"),
            perCpu("redis-p16", "batch of 100: decisions vs Redis -P 16 gets", 1, "≈ 3×", "redis-p16", "batch-100"),
            perCpu("postgres-single", "vs PostgreSQL prepared point select, single", 3.5, "5.3×", "postgres", "single"),
            perCpu("postgres-batch", "vs PostgreSQL prepared point select, batch", 25, "80×", "postgres", "batch-100"),
            new Goal(
                    "engine",
                    "engine alone, reasons included, one core, random keys",
                    5,
                    true,
                    "M/s",
                    "≈ 10 M/s",
                    results -> results.spread("engine", Metric.CPU_MICROS).map(Goal::inverse)),
            new Goal(
                    "gateway",
                    "gateway hop with JWT ÷ nginx proxy hop",
                    4,
                    false,
                    "×",
                    "1.5×",
                    results -> results.ratio("gateway", Metric.OWN_CPU_MICROS, "nginx-proxy", Metric.OWN_CPU_MICROS)),
            of(
                    "suspension",
                    "suspension visible: p99 after the officer's answer, 3 replicas",
                    10,
                    false,
                    "ms",
                    "≈ 1 ms",
                    Metric.MILLIS),
            of(
                    "restart",
                    "restart to full correct answers, a million traders",
                    3,
                    false,
                    "s",
                    "≈ 1.7 s",
                    Metric.SECONDS),
            of("memory", "memory per trader with three identifiers", 130, false, "B", "≈ 80 B", Metric.BYTES),
            of(
                    "outage",
                    "questions answered while database and broker are down for 60 s",
                    100,
                    true,
                    "%",
                    "100 %",
                    Metric.PERCENT));

    /** How much more CPU the other one takes for each operation. */
    private static Goal perCpu(String key, String text, double wanted, String ceiling, String other, String ours) {
        return new Goal(
                key,
                text,
                wanted,
                true,
                "×",
                ceiling,
                results -> results.ratio(other, Metric.CPU_MICROS, ours, Metric.CPU_MICROS));
    }

    private static Goal of(
            String key, String text, double wanted, boolean atLeast, String unit, String ceiling, Metric metric) {
        return new Goal(key, text, wanted, atLeast, unit, ceiling, results -> results.spread(key, metric));
    }

    /** Millions a second, from microseconds each. */
    private static Spread inverse(Spread micros) {
        return new Spread(1 / micros.median(), 1 / micros.max(), 1 / micros.min());
    }

    public boolean reachedBy(Spread measured) {
        return atLeast ? measured.median() >= wanted : measured.median() <= wanted;
    }

    public String wantedText() {
        return (atLeast ? "≥ " : "≤ ") + Numbers.text(wanted) + " " + unit;
    }
}
