package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @Test
    void refusesWritesWhileTheDiskIsFullAndTakesThemAgain(@TempDir Path folder) {
        var room = new AtomicLong(Long.MAX_VALUE);
        try (var mongo = EmbeddedMongo.durable(folder.resolve("data.mv"), 0, room::get);
                var client = MongoClients.create(mongo.uri())) {
            var things = client.getDatabase("ttp_test").getCollection("things");
            things.insertOne(new Document("_id", "a"));
            room.set(1024);
            assertThatThrownBy(() -> things.insertOne(new Document("_id", "b")))
                    .isInstanceOfSatisfying(
                            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(14031));
            assertThat(things.countDocuments()).isEqualTo(1);
            room.set(Long.MAX_VALUE);
            things.insertOne(new Document("_id", "b"));
            assertThat(things.countDocuments()).isEqualTo(2);
        }
    }
}
