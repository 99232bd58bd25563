package org.trustedtrader.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one part. It is never read as a whole: a log may be larger than this program's memory. */
public final class LogFile {
    /** A log that has reached this size, in bytes, is put aside before its part is started again. */
    static final long ROTATION_SIZE = 20L << 20;

    private static final int TAIL_BYTES = 64 << 10;
    private static final int MESSAGE_LINES = 6;
    private static final int MESSAGE_WIDTH = 200;

    private LogFile() {}

    /** Moves a large log to {@code <name>.1}, replacing the one there. */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) >= ROTATION_SIZE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** At most {@code most} lines from the end of the log, and at most 64 KB. */
    public static List<String> lastLines(Path log, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // read on
            }
            List<String> lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> whole = from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
            return whole.subList(Math.max(0, whole.size() - most), whole.size());
        }
    }

    /** The last lines of the log without stack frames, for a message. */
    static String excerpt(Path log) {
        try {
            List<String> lines = lastLines(log, Integer.MAX_VALUE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            StringBuilder text = new StringBuilder("Its log, " + log + ", ends with:");
            for (String line : lines.subList(Math.max(0, lines.size() - MESSAGE_LINES), lines.size())) {
                text.append("\n  ").append(line, 0, Math.min(MESSAGE_WIDTH, line.length()));
            }
            return text.toString();
        } catch (IOException e) {
            return "It left no log in " + log + ".";
        }
    }
}
