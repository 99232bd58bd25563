package org.trustedtrader.benefits.decision.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.test.FsyncRecorder;

class SegmentTest {

    private static final int BYTES = 4_096;
    private static final byte[] RECORD = "a record".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void theNameOfANewFileOutlivesACrashOfTheMachine() throws IOException {
        assertThat(FsyncRecorder.during(
                        () -> Segment.create(folder, 1, 0, BYTES).close()))
                .contains(folder);
    }

    @Test
    void theNewNameOfAUsedFileOutlivesACrashOfTheMachine() throws IOException {
        var used = Segment.create(folder, 1, 0, BYTES);
        used.wipe();
        assertThat(FsyncRecorder.during(() -> used.again(folder, 1).close())).contains(folder);
    }

    @Test
    void aRecordBehindAHoleOfAnySizeIsFoundAfterAKill() throws IOException {
        for (int hole : new int[] {8, 4_096, 32_760, 32_768, 32_776, 100_000}) {
            var written = Segment.create(folder, 7, 3, 160_000);
            written.write(written.first(), RECORD, 0, RECORD.length);
            long place = written.first() + Frame.size(RECORD.length) + hole;
            written.write(place, RECORD, 0, RECORD.length);
            written.close();
            var left = Objects.requireNonNull(Segment.left(file()));
            assertThat(left.end()).as("hole of %d bytes", hole).isEqualTo(place + Frame.size(RECORD.length));
            assertThat(left.read(place)).isEqualTo(RECORD);
            left.delete();
        }
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
