package org.trustedtrader.benefits.decision.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.test.ForcedFiles;

class SegmentTest {

    private static final int BYTES = 4_096;

    @TempDir
    private Path folder;

    @Test
    void theNameOfANewFileOutlivesACrashOfTheMachine() throws IOException {
        assertThat(ForcedFiles.during(() -> Segment.create(folder, 1, 0, BYTES).close()))
                .contains(folder);
    }

    @Test
    void theNewNameOfAUsedFileOutlivesACrashOfTheMachine() throws IOException {
        var used = Segment.create(folder, 1, 0, BYTES);
        used.wipe();
        assertThat(ForcedFiles.during(() -> used.again(folder, 1).close())).contains(folder);
    }
}
