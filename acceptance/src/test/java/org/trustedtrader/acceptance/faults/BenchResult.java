package org.trustedtrader.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/** One round of a row that {@code ./ttp bench} puts into its table, where it looks for what other programs measured. */
final class BenchResult {

    private BenchResult() {}

    static void append(String row, double millis) throws IOException {
        var file = checkout().resolve(".ttp/bench").resolve(row + ".jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        "{\"row\":\"%s\",\"metric\":\"MILLIS\",\"value\":%.3f,\"at\":\"%s\"}%n",
                        row,
                        millis,
                        Instant.now()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ttp"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
