package org.trustedtrader.benefits.status;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.border.memory.MemoryImage;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.platform.inbox.FeedCheckpoint;

/**
 * Where this process begins: at the snapshot that an earlier one left, if it is whole and of this store, else at the place
 * in the feeds up to which everything is in the store. Made before anything is loaded.
 */
public final class StartingPoint implements FeedCheckpoint {

    private static final Logger LOG = LoggerFactory.getLogger(StartingPoint.class);

    private final FeedCheckpoint stored;
    private final @Nullable Map<String, String> cursors;
    private @Nullable MemoryImage image;

    /** @param prefetch null if no snapshots are kept */
    public StartingPoint(FeedCheckpoint stored, @Nullable SnapshotPrefetch prefetch, String store) {
        this.stored = stored;
        var snapshot = prefetch == null ? null : read(prefetch, store);
        this.cursors = snapshot == null ? null : snapshot.cursors();
        this.image = snapshot == null ? null : snapshot.image();
    }

    /** What the memory is made of, if there is a snapshot; handed over, so that it is not kept twice. */
    public Optional<MemoryImage> takeImage() {
        var taken = Optional.ofNullable(image);
        image = null;
        return taken;
    }

    @Override
    public String of(String feed) {
        return cursors == null ? stored.of(feed) : cursors.getOrDefault(feed, "");
    }

    @Override
    public void takenIn(String feed, String cursor) {
        stored.takenIn(feed, cursor);
    }

    private static SnapshotFile.@Nullable Content read(SnapshotPrefetch prefetch, String store) {
        try {
            var content = prefetch.take().filter(c -> c.store().equals(store)).orElse(null);
            LOG.info("fact=snapshot-read usable={}", content != null);
            return content;
        } catch (IOException | RuntimeException e) {
            LOG.warn("problem=snapshot-unreadable reason={}", e.getClass().getSimpleName());
            return null;
        }
    }
}
