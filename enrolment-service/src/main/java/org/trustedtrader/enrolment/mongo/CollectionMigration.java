package org.trustedtrader.enrolment.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the documents of a collection from the database of the service that owned them before. States and histories are
 * copied as they lie, so that every hash and every signature holds. Only the envelope of an event names its source: pending
 * events and the newest one are rewritten to the new owner. The old collection stays as it is, since its signed heads were
 * exported there.
 *
 * <p>A finished copy is marked in the collection {@code migrations} and not repeated. One that was cut short goes on: a
 * document that is there is left alone. Several replicas may copy at once.
 */
public final class CollectionMigration {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionMigration.class);

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

    public void copy(String collection) {
        var marks = to.getCollection("migrations");
        var mark = collection + "-from-" + oldSource;
        if (marks.find(Filters.eq("_id", mark)).first() != null) {
            return;
        }
        long copied = 0;
        var target = to.getCollection(collection);
        for (var document : from.getCollection(collection).find().sort(Sorts.ascending("_id"))) {
            copied += insertIfAbsent(target, rewritten(document)) ? 1 : 0;
        }
        insertIfAbsent(marks, new Document("_id", mark).append("finishedAt", Date.from(Instant.now())));
        LOG.info("event=records-migrated collection={} from={} copied={}", collection, oldSource, copied);
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

    private Document rewritten(Document document) {
        rewriteEvent(document.get("lastEvent", Document.class));
        document.getList("outbox", Document.class, List.of()).forEach(this::rewriteEvent);
        return document;
    }

    private void rewriteEvent(Document event) {
        event.put("id", newSource + event.getString("id").substring(oldSource.length()));
        event.put("type", newSource + event.getString("type").substring(oldSource.length()));
        event.put("source", newSource);
    }
}
