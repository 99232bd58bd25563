package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/** ChangeFeedCursors in the service's database: all its instances read on from the same place. */
final class MongoCursors implements ChangeFeedCursors {

    private final MongoCollection<Document> collection;

    MongoCursors(MongoDatabase database) {
        this.collection = database.getCollection("cursors");
    }

    @Override
    public String of(String feed) {
        var cursor = collection.find(Filters.eq("_id", feed)).first();
        return cursor == null ? "" : cursor.getString("next");
    }

    @Override
    public void keep(String feed, String next) {
        collection.updateOne(Filters.eq("_id", feed), Updates.set("next", next), new UpdateOptions().upsert(true));
    }
}
