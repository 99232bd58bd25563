package org.trustedtrader.platform.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A reader's own records of another service's aggregates: the newest version of each, whatever order they arrive in. The
 * view's fields lie under {@code view}.
 */
public final class ProjectionStore {

    private final MongoCollection<Document> collection;

    public ProjectionStore(MongoDatabase database, String collection) {
        this.collection = database.getCollection(collection);
    }

    /**
     * Keeps the view unless a newer version is kept already.
     *
     * @return false only if a newer version was there: the caller then has nothing to do. The same version again gives true,
     *     so that a reaction cut short by a crash runs once more.
     */
    public boolean keepNewest(String id, long version, Document view) {
        var update = new Document("$set", new Document("version", version).append("view", view));
        var older = Filters.and(Filters.eq("_id", id), Filters.lte("version", version));
        while (true) {
            try {
                collection.updateOne(older, update, new UpdateOptions().upsert(true));
                return true;
            } catch (MongoWriteException e) {
                if (!MongoErrors.isDuplicateKey(e)) {
                    throw e;
                }
                if (collection.countDocuments(older) == 0) {
                    return false;
                }
            }
        }
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(stored -> stored.get("view", Document.class));
    }

    /** The views that match; fields are addressed as {@code view.company}. */
    public List<Document> find(Bson filter) {
        return collection
                .find(filter)
                .map(stored -> stored.get("view", Document.class))
                .into(new ArrayList<>());
    }
}
