package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/** How far this service has read each change feed. */
final class Cursors {

    private final MongoCollection<Document> collection;

    Cursors(MongoDatabase database) {
        this.collection = database.getCollection("cursors");
    }

    String of(String feed) {
        var cursor = collection.find(Filters.eq("_id", feed)).first();
        return cursor == null ? "" : cursor.getString("next");
    }

    void keep(String feed, String next) {
        collection.updateOne(Filters.eq("_id", feed), Updates.set("next", next), new UpdateOptions().upsert(true));
    }
}
