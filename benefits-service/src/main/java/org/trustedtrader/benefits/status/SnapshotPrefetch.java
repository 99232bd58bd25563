package org.trustedtrader.benefits.status;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.snapshot.SnapshotFile;

/** A snapshot that is being read while the rest of the program starts. */
public final class SnapshotPrefetch {

    private @Nullable FutureTask<Optional<SnapshotFile.Content>> reading;

    private SnapshotPrefetch(FutureTask<Optional<SnapshotFile.Content>> reading) {
        this.reading = reading;
    }

    /** Returns at once. */
    public static SnapshotPrefetch of(SnapshotFile file) {
        var reading = new FutureTask<>(file::read);
        var prefetch = new SnapshotPrefetch(reading);
        Thread.ofPlatform().daemon().name("snapshot-ahead").start(reading);
        return prefetch;
    }

    /**
     * Waits until it is read, and hands it over; nothing is kept here of what is 120 MB for a million traders. Empty the second
     * time, and if there is none that can be relied on.
     */
    public synchronized Optional<SnapshotFile.Content> take() throws IOException {
        var begun = reading;
        reading = null;
        try {
            return begun == null ? Optional.empty() : begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
