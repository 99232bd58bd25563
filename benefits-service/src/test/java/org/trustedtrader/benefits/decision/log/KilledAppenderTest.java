package org.trustedtrader.benefits.decision.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered before kill -9 is found afterwards, byte for byte, and shipped once the store is there. */
class KilledAppenderTest {

    private static final int ROUNDS = Integer.getInteger("ttp.journal.kills", 12);
    private static final long SEED = Long.getLong("ttp.journal.seed", System.nanoTime());

    @TempDir
    private Path folder;

    private final InMemoryBlockStore blocks = new InMemoryBlockStore();

    @Test
    void everyAnswerSurvivesTheDeathOfTheProcess() throws Exception {
        var random = new Random(SEED);
        List<WrittenRecord> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            blocks.away(random.nextBoolean());
            var answered = appendAndKill(1 + random.nextInt(4), random.nextLong(1L << 40), random.nextInt(200));
            assertThat(answered).as("seed " + SEED).isNotEmpty();
            all.addAll(answered);
            try (var log = open()) {
                if (round % 2 == 0) {
                    assertFound(log, answered);
                }
                blocks.away(false);
                log.ship();
                assertFound(log, answered);
            }
        }
        try (var log = open()) {
            assertFound(log, all);
        }
        System.out.println("journal: " + all.size() + " answers of " + ROUNDS + " killed processes, none lost; records"
                + " kept " + blocks.records());
        assertThat(blocks.runs).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("lock");
    }

    @Test
    void aFolderThatAnotherProcessHasIsRefused() throws Exception {
        var other = start(1, 1);
        try (var lines = lines(other)) {
            assertThat(lines.readLine()).isNotNull();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("used by another process")
                    .hasMessageContaining(folder.toString());
        } finally {
            other.destroyForcibly().waitFor();
        }
        open().close();
    }

    private AppendLog open() throws IOException {
        var settings =
                new LogProperties(folder, 1 << 18, 1L << 30, 1 << 16, Duration.ofMillis(20), Duration.ofMinutes(10));
        return AppendLog.open(settings, blocks, Clock.systemUTC());
    }

    private static void assertFound(AppendLog log, List<WrittenRecord> answered) {
        for (var one : answered) {
            assertThat(log.find(one.run(), one.place()))
                    .as(one + " of seed " + SEED)
                    .isEqualTo(one.bytes());
        }
    }

    /** @param more how many further answers to read before the kill */
    private List<WrittenRecord> appendAndKill(int threads, long seed, int more) throws Exception {
        var process = start(threads, seed);
        List<WrittenRecord> answered = new ArrayList<>();
        try (var lines = lines(process)) {
            for (int i = 0; i <= more; i++) {
                read(lines.readLine(), answered);
            }
            process.toHandle().destroyForcibly();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, answered);
            }
        }
        process.waitFor();
        return answered;
    }

    private Process start(int threads, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        Integer.toString(threads),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Surefire may hide the class path in a jar's manifest. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    /** The last line may be torn, which nobody has read as an answer. */
    private static void read(String line, List<WrittenRecord> answered) {
        if (line != null && line.endsWith(".")) {
            var parts = line.substring(0, line.length() - 1).split(" ");
            answered.add(
                    new WrittenRecord(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
    }
}
