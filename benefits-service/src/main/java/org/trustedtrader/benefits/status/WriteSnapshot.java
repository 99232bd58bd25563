package org.trustedtrader.benefits.status;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.snapshot.SnapshotFile;

/** Writes the memory to its file now and then. While one cannot be written the last one stays: a start then reads up more. */
public final class WriteSnapshot {

    private static final Logger LOG = LoggerFactory.getLogger(WriteSnapshot.class);

    private final BorderMemory memory;
    private final Supplier<Map<String, String>> takenIn;
    private final SnapshotFile file;
    private final String store;

    /** @param takenIn up to where each feed has been taken in completely */
    public WriteSnapshot(BorderMemory memory, Supplier<Map<String, String>> takenIn, SnapshotFile file, String store) {
        this.memory = memory;
        this.takenIn = takenIn;
        this.file = file;
        this.store = store;
    }

    public void write() {
        var cursors = takenIn.get();
        try {
            file.write(new SnapshotFile.Content(store, cursors, memory.image()));
            LOG.info("fact=snapshot-written traders={}", memory.traders());
        } catch (IOException | RuntimeException e) {
            LOG.warn("alarm=snapshot-not-written reason={}", e.getMessage());
        }
    }
}
