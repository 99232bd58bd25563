package org.trustedtrader.bench.border;

import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.border.test.World;

/**
 * The service's store, begun before the service is. A snapshot counts only with the store that it names; of each
 * trader that changes, the store must hold the revisions before.
 */
final class ServiceStore {

    static final String NAME = "bench";
    static final String DATABASE_PREFIX = "bench_";

    private static final int AT_ONCE = 1_000;

    private ServiceStore() {}

    /** Whatever a run before has left there is dropped. */
    static void begin(String url, World world, Changes changes) {
        try (var client = MongoClients.create(url)) {
            var database = client.getDatabase(DATABASE_PREFIX + "benefits");
            database.drop();
            var files = database.getCollection("known_files");
            files.insertOne(new Document("_id", "name").append("name", NAME));
            List<Document> some = new ArrayList<>(AT_ONCE);
            changes.toCome().forEach(trader -> {
                some.add(StoredFile.of(world.bn9(trader), world.trader(trader)));
                if (some.size() == AT_ONCE) {
                    files.insertMany(some);
                    some.clear();
                }
            });
            if (!some.isEmpty()) {
                files.insertMany(some);
            }
        }
    }
}
