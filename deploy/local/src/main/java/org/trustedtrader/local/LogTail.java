package org.trustedtrader.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a message. */
final class LogTail {
    private static final int LINES = 6;
    private static final int WIDTH = 200;

    private LogTail() {}

    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            StringBuilder text = new StringBuilder("Its log, " + log + ", ends with:");
            for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
                text.append("\n  ").append(line, 0, Math.min(WIDTH, line.length()));
            }
            return text.toString();
        } catch (IOException e) {
            return "It left no log in " + log + ".";
        }
    }
}
