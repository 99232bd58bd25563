package org.trustedtrader.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;

/**
 * Answers a command only when everything it wrote, and everything it may have read, is in the store's file.
 *
 * <p>Writers apply one after the other, so that no commit ever holds half a command; a writer that commits does so for all
 * that were applied before. The file is not forced to the disk: an acknowledged write survives the death of the
 * process, not a power cut. While the disk is nearly full, writes are refused and reads answered.
 */
final class DurableBackend extends H2Backend {
    private static final Set<String> READS = Set.of(
            "find", "getmore", "count", "distinct", "aggregate", "listcollections", "listindexes", "listdatabases");
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "deleteindexes",
            "dropdatabase",
            "renamecollection",
            "collmod");
    private static final int COMMITS_BETWEEN_COMPACTIONS = 500;
    private static final int LEAST_FILL_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE = 8 * 1024 * 1024;

    /** A store that runs out of disk while it writes closes itself for good: so writes are refused before. */
    private static final long LEAST_ROOM = 64L * 1024 * 1024;

    private static final int OUT_OF_DISK_SPACE = 14031;

    private final LongSupplier room;
    private final Object writing = new Object();
    private final Object committing = new Object();
    private volatile long applied;
    private volatile long committed;
    private int commits;

    /** @param room bytes that are left on the disk */
    DurableBackend(MVStore store, LongSupplier room) {
        super(store);
        this.room = room;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (WRITES.contains(name)) {
            return write(channel, database, command, query);
        }
        Document answer = super.handleCommand(channel, database, command, query);
        if (READS.contains(name)) {
            commitUpTo(applied);
        }
        return answer;
    }

    private Document write(Channel channel, String database, String command, Document query) {
        if (room.getAsLong() < LEAST_ROOM) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "The disk is full; nothing was written");
        }
        long mine;
        Document answer;
        synchronized (writing) {
            mine = applied + 1;
            applied = mine;
            answer = super.handleCommand(channel, database, command, query);
        }
        commitUpTo(mine);
        return answer;
    }

    private void commitUpTo(long wanted) {
        if (committed >= wanted) {
            return;
        }
        synchronized (committing) {
            if (committed >= wanted) {
                return;
            }
            synchronized (writing) {
                long all = applied;
                commit();
                if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0 && !isInMemory()) {
                    getMvStore().compact(LEAST_FILL_PERCENT, COMPACTED_AT_ONCE);
                }
                committed = all;
            }
        }
    }
}
