package org.trustedtrader.bench.border;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.border.test.World;

/**
 * The service's store, begun before the service is. A snapshot counts only with the store that it names; and of whoever
 * changes the store must hold what was before. That is put there before anything is measured for as many changes as there
 * may be, so that the database has no work that it would not have without the bench; for any more it is put there just
 * before the change is announced.
 */
final class ServiceStore implements AutoCloseable {

    static final String NAME = "bench";
    static final String DATABASE_PREFIX = "bench_";

    private static final int AT_ONCE = 1_000;

    private final World world;
    private final MongoClient client;
    private final MongoCollection<Document> files;
    private final BitSet held = new BitSet();

    private ServiceStore(World world, MongoClient client) {
        this.world = world;
        this.client = client;
        this.files = client.getDatabase(DATABASE_PREFIX + "benefits").getCollection("known_files");
    }

    /**
     * Whatever a run before has left there is dropped.
     *
     * @param expected how many changes there may be
     */
    static ServiceStore begin(String url, World world, Changes changes, int expected) {
        var client = MongoClients.create(url);
        client.getDatabase(DATABASE_PREFIX + "benefits").drop();
        var store = new ServiceStore(world, client);
        store.files.insertOne(new Document("_id", "name").append("name", NAME));
        store.hold(changes.toCome(expected));
        return store;
    }

    private void hold(IntStream traders) {
        List<Document> some = new ArrayList<>(AT_ONCE);
        traders.forEach(trader -> {
            some.add(file(trader));
            held.set(trader);
            if (some.size() == AT_ONCE) {
                files.insertMany(some);
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            files.insertMany(some);
        }
    }

    void change(Changes.Change change) {
        var trader = change.trader();
        if (!held.get(trader)) {
            files.insertOne(file(trader));
            held.set(trader);
        }
    }

    private Document file(int trader) {
        return StoredFile.of(world.bn9(trader), world.trader(trader));
    }

    @Override
    public void close() {
        client.close();
    }
}
