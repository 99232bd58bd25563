package org.trustedtrader.platform.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/**
 * A reader's own records of another service's aggregates: the newest version of each, whatever order they arrive in. The
 * record's fields lie under {@code view}. Fields that the record does not know are dropped when a newer version comes: the
 * publisher's aggregate still has them.
 */
public final class MongoProjection<V extends Record> {

    private final MongoCollection<Document> collection;
    private final RecordCodec<V> codec;

    /** @param indexes on fields such as {@code view.company} */
    public MongoProjection(MongoDatabase database, String collection, RecordCodec<V> codec, IndexModel... indexes) {
        this.collection = database.getCollection(collection);
        this.codec = codec;
        if (indexes.length > 0) {
            this.collection.createIndexes(List.of(indexes));
        }
    }

    public MongoProjection(MongoDatabase database, String collection, Class<V> view, IndexModel... indexes) {
        this(database, collection, RecordCodec.of(view), indexes);
    }

    /**
     * Keeps the record unless a newer version is kept already.
     *
     * @return false only if a newer version was there: the caller then has nothing to do. The same version again gives true,
     *     so that a reaction cut short by a crash runs once more.
     */
    public boolean keepNewest(String id, long version, V view) {
        var update = new Document("$set", new Document("version", version).append("view", codec.write(view)));
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

    public Optional<V> find(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(this::view);
    }

    /** The records that match; fields are addressed as {@code view.company}. */
    public List<V> find(Bson filter) {
        return collection.find(filter).map(this::view).into(new ArrayList<>());
    }

    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    private V view(Document stored) {
        return codec.read(stored.get("view", Document.class));
    }
}
