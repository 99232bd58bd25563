package org.trustedtrader.platform.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.trustedtrader.platform.faults.CrashPoints;

/**
 * Older entries of histories, moved out of the records in blocks, so that no record grows with the number of its changes. The
 * newest one to two blocks stay in the record. Blocks lie in the collection {@code <records>_history}, a document each:
 * {@code aggregate}, {@code from} and {@code to} (versions), {@code entries}. Each entry holds the hash of the one before it,
 * across blocks too, so that a block that is changed, exchanged or taken out breaks the chain.
 *
 * <p>A block is inserted first and then trimmed from the record. Whatever ends in between leaves entries in both places,
 * which readers tolerate and the next move completes.
 */
public final class HistoryArchive {

    private static final String SUFFIX = "_history";

    private final MongoCollection<Document> records;
    private final MongoCollection<Document> blocks;

    private HistoryArchive(MongoCollection<Document> records, MongoCollection<Document> blocks) {
        this.records = records;
        this.blocks = blocks;
    }

    /** @param collection the records' collection */
    public static HistoryArchive of(MongoDatabase database, String collection) {
        return new HistoryArchive(database.getCollection(collection), database.getCollection(collection + SUFFIX));
    }

    void createIndexes() {
        blocks.createIndex(Indexes.ascending("aggregate", "from"), new IndexOptions().unique(true));
    }

    /** Hands out the stored entries of a record, oldest first, those in the archive before those in the record. */
    public void forEach(Document record, Consumer<Document> entry) {
        var kept = record.getList("history", Document.class, List.of());
        var firstKept = kept.isEmpty() ? Long.MAX_VALUE : version(kept.getFirst());
        if (firstKept > 1) {
            for (var block : blocks.find(Filters.eq("aggregate", record.getString("_id")))
                    .sort(Sorts.ascending("from"))) {
                block.getList("entries", Document.class).stream()
                        .filter(archived -> version(archived) < firstKept)
                        .forEach(entry);
            }
        }
        kept.forEach(entry);
    }

    /**
     * What is wrong with a record's blocks beyond their entries' chain: a block that is not named after its entries, or a copy
     * of an entry in the record that is not like it.
     */
    public List<String> faults(Document record) {
        var kept = new HashMap<Long, Document>();
        record.getList("history", Document.class, List.of()).forEach(entry -> kept.put(version(entry), entry));
        var faults = new ArrayList<String>();
        for (var block : blocks.find(Filters.eq("aggregate", record.getString("_id")))) {
            var entries = block.getList("entries", Document.class);
            if (entries.isEmpty() || !isNamedAfter(block, entries)) {
                faults.add("block " + block.get("_id") + " was altered in the archive");
            }
            entries.stream()
                    .filter(copy -> kept.containsKey(version(copy))
                            && !kept.get(version(copy)).equals(copy))
                    .forEach(copy -> faults.add("entry " + version(copy) + " was altered in the archive"));
        }
        return faults;
    }

    private static boolean isNamedAfter(Document block, List<Document> entries) {
        var from = version(entries.getFirst());
        return block.get("_id").equals(block.get("aggregate") + "/" + from)
                && block.get("from").equals(from)
                && block.get("to").equals(version(entries.getLast()));
    }

    /** Ids that have blocks here and no record. */
    public List<String> withoutRecord() {
        var ids = new TreeSet<String>();
        blocks.find()
                .projection(Projections.include("aggregate"))
                .forEach(block -> ids.add(block.getString("aggregate")));
        return ids.stream()
                .filter(id -> records.countDocuments(Filters.eq("_id", id)) == 0)
                .toList();
    }

    /**
     * Moves all whole blocks but the newest.
     *
     * @return whether there was anything to move
     */
    boolean move(String id, int blockSize) {
        var record = records.find(Filters.eq("_id", id))
                .projection(Projections.include("history", "archived"))
                .first();
        if (record == null) {
            return false;
        }
        var entries = record.getList("history", Document.class);
        var surplus = (entries.size() / blockSize - 1) * blockSize;
        if (surplus <= 0) {
            return false;
        }
        int moved = 0;
        while (moved < surplus) {
            moved = insert(id, entries, moved, blockSize);
        }
        CrashPoints.reached("before-trim");
        trim(record, entries.subList(0, moved));
        return true;
    }

    /** @return how many of the entries lie in the archive now */
    private int insert(String id, List<Document> entries, int start, int blockSize) {
        var block = new ArrayList<>(entries.subList(start, start + blockSize));
        var from = version(block.getFirst());
        var name = id + "/" + from;
        try {
            blocks.insertOne(new Document("_id", name)
                    .append("aggregate", id)
                    .append("from", from)
                    .append("to", version(block.getLast()))
                    .append("entries", block));
            return start + blockSize;
        } catch (MongoWriteException e) {
            if (!MongoErrors.isDuplicateKey(e)) {
                throw e;
            }
            return start + alreadyThere(name, entries.subList(start, entries.size()));
        }
    }

    /** A move that ended half way, or another replica's: perhaps with another size of blocks. */
    private int alreadyThere(String name, List<Document> entries) {
        var block = Objects.requireNonNull(blocks.find(Filters.eq("_id", name)).first(), name);
        var archived = block.getList("entries", Document.class);
        for (int i = 0; i < archived.size(); i++) {
            if (i >= entries.size() || !entries.get(i).equals(archived.get(i))) {
                throw new IllegalStateException("Block " + name + " of the archive is not what the record holds");
            }
        }
        return archived.size();
    }

    private void trim(Document record, List<Document> moved) {
        var archived = record.get("archived", Number.class);
        var asRead = Filters.and(Filters.eq("_id", record.get("_id")), Filters.eq("archived", archived));
        var last = version(moved.getLast());
        var bytes = moved.stream().mapToLong(RecordLimits::bytes).sum();
        records.updateOne(
                asRead,
                Updates.combine(
                        Updates.pull("history", new Document("version", new Document("$lte", last))),
                        Updates.set("archived", last),
                        Updates.inc("historyBytes", -bytes)));
    }

    private static long version(Map<String, Object> entry) {
        return ((Number) entry.get("version")).longValue();
    }
}
