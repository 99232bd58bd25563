package org.trustedtrader.enrolment.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.mongo.HistoryArchive;

/**
 * Copies the documents of a collection, with the archive of their histories, from the database of the service that owned
 * them before. States and histories are copied as they lie, so that every hash and every signature holds. Only the envelope
 * of an event names its source: pending events and the newest one are rewritten to the new owner. The old collection stays
 * as it is, since its signed heads were exported there.
 *
 * <p>A finished copy is marked in the collection {@code migrations}. Each later start looks only for documents that the old
 * owner changed after that. A copy is replaced when the source continues its history; a copy that was changed here is kept.
 * While the source is absent nothing is marked. Several replicas may copy at once.
 */
public final class CollectionMigration {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionMigration.class);

    /** The clocks of the two services may differ, and a copy takes a while. Looking at a document twice does no harm. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final int MOST_RACES = 20;

    private final MongoDatabase from;
    private final MongoDatabase to;
    private final String oldSource;
    private final String newSource;

    public CollectionMigration(MongoDatabase from, MongoDatabase to, String oldSource, String newSource) {
        this.from = from;
        this.to = to;
        this.oldSource = oldSource;
        this.newSource = newSource;
    }

    private enum Outcome {
        COPIED,
        REPLACED,
        UP_TO_DATE,
        /** Source and copy were both changed, each without the other. */
        DIVERGED
    }

    public void copy(String collection) {
        if (from.getCollection(collection).find().first() == null) {
            LOG.info("event=records-not-migrated collection={} from={} reason=source-absent", collection, oldSource);
            return;
        }
        var marks = to.getCollection("migrations");
        var mark = collection + "-from-" + oldSource;
        var finished = marks.find(Filters.eq("_id", mark)).first();
        // A mark of the version before says nothing about archives.
        var isFinished = finished != null && finished.getBoolean("archives", false);
        var copied = new ArrayList<String>();
        var diverged = new ArrayList<String>();
        for (var document : from.getCollection(collection)
                .find(isFinished ? changedSince(finished) : Filters.empty())
                .sort(Sorts.ascending("_id"))) {
            switch (copy(collection, document, finished != null)) {
                case COPIED, REPLACED -> copied.add(document.getString("_id"));
                case DIVERGED -> diverged.add(document.getString("_id"));
                case UP_TO_DATE -> {}
            }
        }
        log(collection, isFinished, copied, diverged);
        if (finished == null) {
            insertIfAbsent(
                    marks,
                    new Document("_id", mark)
                            .append("finishedAt", Date.from(Instant.now()))
                            .append("archives", true));
        } else if (!isFinished) {
            marks.updateOne(Filters.eq("_id", mark), new Document("$set", new Document("archives", true)));
        }
    }

    private static Bson changedSince(Document finished) {
        var at = finished.getDate("finishedAt").toInstant().minus(OVERLAP);
        return Filters.gte("changedAt", Date.from(at));
    }

    private void log(String collection, boolean isLate, List<String> copied, List<String> diverged) {
        if (!isLate) {
            LOG.info("event=records-migrated collection={} from={} copied={}", collection, oldSource, copied.size());
        } else if (!copied.isEmpty()) {
            LOG.warn(
                    "problem=records-changed-after-migration collection={} from={} copied={} ids={}",
                    collection,
                    oldSource,
                    copied.size(),
                    shortened(copied));
        }
        if (!diverged.isEmpty()) {
            LOG.warn(
                    "problem=records-diverged collection={} from={} kept={} ids={}",
                    collection,
                    oldSource,
                    diverged.size(),
                    shortened(diverged));
        }
    }

    private static List<String> shortened(List<String> ids) {
        return ids.subList(0, Math.min(ids.size(), 20));
    }

    /** @param isLate whether a copy of the collection was finished before */
    private Outcome copy(String collection, Document source, boolean isLate) {
        var target = to.getCollection(collection);
        var byId = Filters.eq("_id", source.get("_id"));
        for (int attempt = 0; attempt < MOST_RACES; attempt++) {
            var copy = target.find(byId).first();
            if (copy == null) {
                copyArchive(collection, source);
                if (insertIfAbsent(target, rewritten(source, isLate))) {
                    return Outcome.COPIED;
                }
                // Another replica was faster, unless an index holds another record of the same kind.
                if (target.find(byId).first() == null) {
                    return Outcome.DIVERGED;
                }
            } else if (isContinuedBy(collection, source, from, copy)) {
                copyArchive(collection, source);
                if (isSameVersion(copy, source)) {
                    return Outcome.UP_TO_DATE;
                }
                var unchanged = Filters.and(byId, Filters.eq("headHash", copy.get("headHash")));
                if (target.replaceOne(unchanged, rewritten(source, true)).getMatchedCount() == 1) {
                    return Outcome.REPLACED;
                }
            } else {
                return isContinuedBy(collection, copy, to, source) ? Outcome.UP_TO_DATE : Outcome.DIVERGED;
            }
        }
        throw new IllegalStateException(collection + " " + source.get("_id") + " is changed all the time");
    }

    private static boolean isSameVersion(Document one, Document other) {
        return one.get("headHash").equals(other.get("headHash"));
    }

    /** Whether the later document's history holds the newest entry of the earlier one. */
    private static boolean isContinuedBy(String collection, Document later, MongoDatabase database, Document earlier) {
        if (isSameVersion(later, earlier)) {
            return true;
        }
        var hashes = new ArrayList<@Nullable Object>();
        HistoryArchive.of(database, collection).forEach(later, entry -> hashes.add(entry.get("hash")));
        return hashes.contains(earlier.get("headHash"));
    }

    /** Before the record, so that no record lacks a part of its history. */
    private void copyArchive(String collection, Document source) {
        if (source.containsKey("archived")) {
            var blocks = to.getCollection(collection + "_history");
            var ofRecord = Filters.eq("aggregate", source.get("_id"));
            for (var block : from.getCollection(collection + "_history").find(ofRecord)) {
                var first = block.get("from");
                var holdsFirst = Filters.and(ofRecord, Filters.lte("from", first), Filters.gte("to", first));
                if (blocks.find(holdsFirst).first() == null) {
                    insertIfAbsent(blocks, block);
                }
            }
        }
    }

    private static boolean insertIfAbsent(MongoCollection<Document> target, Document document) {
        try {
            target.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** A copy is the newest change of the feed, so that those who have read on learn of it; a late one is announced too. */
    private Document rewritten(Document source, boolean isLate) {
        var copy = new Document(source);
        copy.put("lastEvent", rewrittenEvent(source.get("lastEvent", Document.class)));
        copy.put(
                "outbox",
                source.getList("outbox", Document.class, List.of()).stream()
                        .map(this::rewrittenEvent)
                        .toList());
        copy.put("changedAt", Date.from(Instant.now()));
        if (isLate && copy.getList("outbox", Document.class).isEmpty()) {
            copy.put("outbox", List.of(copy.get("lastEvent", Document.class)));
        }
        return copy;
    }

    private Document rewrittenEvent(Document event) {
        var copy = new Document(event);
        copy.put("id", newSource + event.getString("id").substring(oldSource.length()));
        copy.put("type", newSource + event.getString("type").substring(oldSource.length()));
        copy.put("source", newSource);
        return copy;
    }
}
