package org.trustedtrader.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other programs have measured, one JSON object a line in {@code *.jsonl}: {@code {"row":"suspension","metric":"MILLIS",
 * "value":3.2,"at":"2026-11-26T12:00:00Z"}}. Lines of one row and metric are its rounds. What is old, or makes no sense, is
 * left out and said.
 */
public final class OtherResults {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration OLDEST = Duration.ofDays(1);

    private final Path folder;
    private final Instant now;

    public OtherResults(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    record Line(String row, Metric metric, double value, Instant at) {}

    /** @param wanted rows that only other programs fill: what is missing of them is said */
    public void addTo(Results results, Set<String> wanted) throws IOException {
        if (Files.isDirectory(folder)) {
            read(results);
        }
        for (var row : wanted) {
            if (!results.subjects().contains(row)) {
                results.skip(row, "no program has left a line of today about it in .ttp/bench, see bench/README.md");
            }
        }
    }

    private void read(Results results) throws IOException {
        Map<String, Integer> rounds = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var text : Files.readAllLines(file)) {
                    add(file, text, rounds, results);
                }
            }
        }
    }

    private void add(Path file, String text, Map<String, Integer> rounds, Results results) {
        try {
            var line = JSON.readValue(text, Line.class);
            if (line.at().isAfter(now.minus(OLDEST))) {
                var round = rounds.merge(line.row() + line.metric(), 1, Integer::sum);
                results.add(line.row(), round, Sample.of(Map.of(line.metric(), line.value())));
            } else {
                results.skip(line.row() + " in " + file.getFileName(), "it was measured on " + line.at());
            }
        } catch (JacksonException | NullPointerException e) {
            results.skip("a line of " + file.getFileName(), "it cannot be read");
        }
    }
}
