package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheEndOfALogLargerThanTheMemoryIsRead() throws IOException {
        Path log = folder.resolve("benefits.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(3L << 30);
            file.write("\nlast but one\nlast\n".getBytes());
        }
        assertThat(LogFile.lastLines(log, 2)).containsExactly("last but one", "last");
        assertThat(LogFile.excerpt(log)).endsWith("last");
    }

    @Test
    void aShortLogIsGivenWhole() throws IOException {
        Path log = Files.writeString(folder.resolve("x.log"), "first\nsecond\n");
        assertThat(LogFile.lastLines(log, 200)).containsExactly("first", "second");
    }

    @Test
    void aFullLogIsPutAside() throws IOException {
        Path log = folder.resolve("x.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(LogFile.ROTATION_SIZE);
        }
        LogFile.rotate(log);
        assertThat(log).doesNotExist();
        assertThat(folder.resolve("x.log.1")).exists();
    }

    @Test
    void aSmallLogIsLeftAlone() throws IOException {
        Path log = Files.writeString(folder.resolve("x.log"), "a line\n");
        LogFile.rotate(log);
        assertThat(log).exists();
    }
}
