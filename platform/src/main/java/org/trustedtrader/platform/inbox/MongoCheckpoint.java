package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * A starting point in the service's database, for a reader whose handlers store every effect there and that loads all of it
 * at its start. It is read when this is made, so make it before anything is loaded.
 *
 * <p>Replicas share it without talking to each other. Whichever moves it has stored the effects of everything up to there,
 * so a replica that reads it first and loads afterwards has them; where it moves later does not matter to a replica that runs.
 * One that lags behind may move it back: the next start then reads more than it had to, and nothing is lost.
 */
public final class MongoCheckpoint implements FeedCheckpoint {

    private final MongoCollection<Document> collection;
    private final Map<String, String> atStart = new HashMap<>();

    public MongoCheckpoint(MongoDatabase database) {
        this.collection = database.getCollection("starting_point");
        collection.find().forEach(point -> atStart.put(point.getString("_id"), point.getString("next")));
    }

    @Override
    public String of(String feed) {
        return atStart.getOrDefault(feed, "");
    }

    @Override
    public void takenIn(String feed, String cursor) {
        collection.updateOne(Filters.eq("_id", feed), Updates.set("next", cursor), new UpdateOptions().upsert(true));
    }
}
