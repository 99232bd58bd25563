package org.trustedtrader.benefits.status;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.trustedtrader.border.snapshot.SnapshotFile;

/** A snapshot that is being read while the rest of the program starts. */
public final class SnapshotAhead {

    private final Instant writtenAt;
    private final FutureTask<Optional<SnapshotFile.Content>> reading;

    private SnapshotAhead(Instant writtenAt, FutureTask<Optional<SnapshotFile.Content>> reading) {
        this.writtenAt = writtenAt;
        this.reading = reading;
    }

    /** Returns at once. */
    public static SnapshotAhead of(SnapshotFile file) {
        var ahead = new SnapshotAhead(file.writtenAt(), new FutureTask<>(file::read));
        Thread.ofPlatform().daemon().name("snapshot-ahead").start(ahead.reading);
        return ahead;
    }

    /** When it was written, machine time; for ever ago if there is none. */
    public Instant writtenAt() {
        return writtenAt;
    }

    /** Waits until it is read. Empty if there is none that can be relied on. */
    public Optional<SnapshotFile.Content> content() throws IOException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
