package org.trustedtrader.bench.border;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.border.test.World;

/**
 * The service's store, begun before the service is. A snapshot counts only with the store that it names; and of whoever
 * changes the store must hold what was before, which is put there before the change is announced.
 */
final class ServiceStore implements AutoCloseable {

    static final String NAME = "bench";
    static final String DATABASE_PREFIX = "bench_";

    private final World world;
    private final Changes changes;
    private final MongoClient client;
    private final MongoCollection<Document> files;

    private ServiceStore(World world, Changes changes, MongoClient client) {
        this.world = world;
        this.changes = changes;
        this.client = client;
        this.files = client.getDatabase(DATABASE_PREFIX + "benefits").getCollection("known_files");
    }

    /** Whatever a run before has left there is dropped. */
    static ServiceStore begin(String url, World world, Changes changes) {
        var client = MongoClients.create(url);
        client.getDatabase(DATABASE_PREFIX + "benefits").drop();
        var store = new ServiceStore(world, changes, client);
        store.files.insertOne(new Document("_id", "name").append("name", NAME));
        return store;
    }

    void change(Changes.Change change) {
        var trader = change.trader();
        if (changes.of(trader).size() == 1) {
            files.insertOne(StoredFile.of(world.bn9(trader), world.trader(trader)));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
