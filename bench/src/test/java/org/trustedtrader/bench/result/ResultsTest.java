package org.trustedtrader.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private final Results results = new Results();

    @TempDir
    private Path folder;

    @Test
    void dividesRoundByRoundBeforeItTakesTheMedian() {
        add("nginx", 1, 10);
        add("single", 1, 20);
        add("nginx", 2, 100);
        add("single", 2, 200);
        add("nginx", 3, 6);
        assertThat(results.ratio("nginx", Metric.CPU_MICROS, "single", Metric.CPU_MICROS))
                .contains(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void saysWhatItCouldNotMeasureAndWhy() {
        results.skip("nginx", "nginx is not installed");
        assertThat(new Tables(results, "1 round").text())
                .contains("Skipped: nginx, because nginx is not installed.")
                .contains("not measured");
    }

    @Test
    void oneWrongAnswerVoidsEveryVerdict() {
        add("nginx", 1, 60);
        add("single", 1, 100);
        assertThat(new Tables(results, "").text()).contains("| 0.600 × | reached |");
        results.add("batch-100", 1, new Sample(Map.of(), 1, List.of("wrong")));
        assertThat(results.isVoid()).isTrue();
        assertThat(new Tables(results, "").text())
                .contains("| 0.600 × | VOID |")
                .contains("VOID: batch-100: wrong");
    }

    @Test
    void takesRowsOfOtherProgramsUnlessTheyAreOldOrSenseless() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), """
                {"row":"restart","metric":"SECONDS","value":2,"at":"2026-11-26T12:00:00Z"}
                {"row":"restart","metric":"SECONDS","value":4,"at":"2026-11-26T12:01:00Z"}
                {"row":"outage","metric":"PERCENT","value":100,"at":"2026-11-20T12:00:00Z"}
                {"row":
                """);
        new OtherResults(folder, Instant.parse("2026-11-26T13:00:00Z")).addTo(results, Set.of("restart"));
        assertThat(results.spread("restart", Metric.SECONDS)).contains(new Spread(3, 2, 4));
        assertThat(results.spread("outage", Metric.PERCENT)).isEmpty();
        assertThat(results.skipped()).hasSize(2);
    }

    @Test
    void saysWhichRowsOfOtherProgramsAreMissing() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), """
                {"row":"suspension","metric":"MILLIS","value":2,"at":"2026-11-26T12:00:00Z"}
                """);
        var now = Instant.parse("2026-11-26T13:00:00Z");
        new OtherResults(folder, now).addTo(results, Set.of("suspension", "journal"));
        new OtherResults(folder.resolve("none"), now).addTo(results, Set.of("crowd"));
        assertThat(results.skipped()).containsOnlyKeys("journal", "crowd");
    }

    @Test
    void saysHowLongStartsTook() {
        results.add("engine-restart", 1, new Sample(Map.of(Metric.SECONDS, 0.25), 100, List.of()));
        assertThat(new Tables(results, "").text()).contains("| engine-restart | 0.250 |  | 100 |");
    }

    @Test
    void leavesWhatPeopleWroteAroundTheTable() throws IOException {
        var page = folder.resolve("performance.md");
        Files.writeString(page, "before\n" + PerformancePage.BEGIN + "\nold\n" + PerformancePage.END + "\nafter\n");
        new PerformancePage(page).write("new");
        assertThat(page).hasContent("before\n" + PerformancePage.BEGIN + "\nnew\n" + PerformancePage.END + "\nafter\n");
        Files.writeString(page, "no markers");
        assertThatThrownBy(() -> new PerformancePage(page).write("new")).isInstanceOf(IOException.class);
        assertThat(page).hasContent("no markers");
    }

    private void add(String subject, int round, double micros) {
        results.add(subject, round, Sample.of(Map.of(Metric.CPU_MICROS, micros)));
    }
}
