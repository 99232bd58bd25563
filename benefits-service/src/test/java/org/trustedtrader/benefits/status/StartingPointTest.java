package org.trustedtrader.benefits.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.platform.inbox.FeedCheckpoint;

class StartingPointTest {

    private static final FeedCheckpoint STORED = feed -> "stored";

    @TempDir
    private Path folder;

    private Path path;
    private SnapshotFile file;

    @BeforeEach
    void aSnapshotOfThisStore() {
        path = folder.resolve("border.snapshot");
        file = new SnapshotFile(path);
        var memory = new BorderMemory(TestPolicies.shipped());
        new WriteSnapshot(memory, () -> Map.of("enrolment/membership", "snapshot"), file, "this store").write();
    }

    @Test
    void beginsWhereTheSnapshotEnds() {
        var start = new StartingPoint(STORED, SnapshotPrefetch.of(file), "this store");
        assertThat(start.takeImage()).isPresent();
        assertThat(start.of("enrolment/membership")).isEqualTo("snapshot");
    }

    @Test
    void aFeedThatTheSnapshotDoesNotNameIsReadFromTheBeginning() {
        assertThat(new StartingPoint(STORED, SnapshotPrefetch.of(file), "this store").of("enrolment/company"))
                .isEmpty();
    }

    @Test
    void aSnapshotOfAnotherStoreIsNoStart() {
        var start = new StartingPoint(STORED, SnapshotPrefetch.of(file), "another store");
        assertThat(start.takeImage()).isEmpty();
        assertThat(start.of("enrolment/membership")).isEqualTo("stored");
    }

    @Test
    void aSnapshotThatIsNotWholeIsNoStart() throws IOException {
        Files.write(path, new byte[] {1, 2, 3});
        var start = new StartingPoint(STORED, SnapshotPrefetch.of(file), "this store");
        assertThat(start.takeImage()).isEmpty();
        assertThat(start.of("enrolment/membership")).isEqualTo("stored");
    }

    @Test
    void withoutSnapshotsItBeginsWhereTheStoreEnds() {
        assertThat(new StartingPoint(STORED, null, "this store").of("enrolment/membership"))
                .isEqualTo("stored");
    }
}
