package org.trustedtrader.enrolment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.mongo.StoredAggregate;

/** Records that benefits-service stored when it still owned them, as a demo of that version left them. */
@EnrolmentServiceIT
class CollectionMigrationIT {

    private final MongoDatabase from;
    private final MongoDatabase to;
    private final CollectionMigration migration;

    CollectionMigrationIT(MongoClient client, MongoDatabase database) {
        this.from = client.getDatabase(database.getName() + "_before");
        this.to = client.getDatabase(database.getName() + "_after");
        this.migration = new CollectionMigration(from, to, "benefits", "enrolment");
    }

    @BeforeEach
    void storedByTheVersionBefore() throws IOException {
        for (var name : List.of("driver_cards", "consents")) {
            try (var file =
                    Objects.requireNonNull(getClass().getResourceAsStream("/stored/benefits." + name + ".jsonl"))) {
                from.getCollection(name)
                        .insertMany(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(Document::parse)
                                .toList());
            }
        }
    }

    @AfterEach
    void empty() {
        for (var database : List.of(from, to)) {
            for (var name : List.of("driver_cards", "consents", "migrations")) {
                database.getCollection(name).deleteMany(Filters.empty());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"driver_cards, driver-card", "consents, consent"})
    void statesAndHistoriesAreCopiedAsTheyLieAndTheirEventsNameTheNewOwner(String collection, String aggregate) {
        migration.copy(collection);
        var before = documents(from, collection);
        var after = documents(to, collection);
        assertThat(after).hasSameSizeAs(before).isNotEmpty();
        for (int i = 0; i < after.size(); i++) {
            var copy = after.get(i);
            var stored = StoredAggregate.read(copy);
            assertThat(HistoryChain.faults(stored.id(), stored.history(), stored.version(), stored.stateHash()))
                    .isEmpty();
            assertThat(stored.seals())
                    .isEqualTo(StoredAggregate.read(before.get(i)).seals());
            assertThat(copy.get("state")).isEqualTo(before.get(i).get("state"));
            assertThat(copy.get("history")).isEqualTo(before.get(i).get("history"));
            var event = copy.get("lastEvent", Document.class);
            assertThat(event.getString("source")).isEqualTo("enrolment");
            assertThat(event.getString("type")).startsWith("enrolment." + aggregate + ".");
            assertThat(event.getString("id"))
                    .isEqualTo("enrolment/" + aggregate + "/" + copy.getString("_id") + "/" + copy.get("version"));
        }
    }

    @Test
    void anEventThatWasStillToBeSentIsSentByTheNewOwner() {
        var card =
                Objects.requireNonNull(from.getCollection("driver_cards").find().first());
        card.put("outbox", List.of(card.get("lastEvent")));
        from.getCollection("driver_cards").replaceOne(Filters.eq("_id", card.get("_id")), card);
        migration.copy("driver_cards");
        var pending = documents(to, "driver_cards").getFirst().getList("outbox", Document.class);
        assertThat(pending).hasSize(1);
        assertThat(pending.getFirst().getString("source")).isEqualTo("enrolment");
    }

    @Test
    void aCopyThatWasCutShortGoesOnAndAFinishedOneIsNotRepeated() {
        var first = Objects.requireNonNull(from.getCollection("consents").find().first());
        to.getCollection("consents").insertOne(new Document(first).append("kept", true));
        migration.copy("consents");
        assertThat(documents(to, "consents")).hasSameSizeAs(documents(from, "consents"));
        assertThat(to.getCollection("consents")
                        .find(Filters.eq("_id", first.get("_id")))
                        .first())
                .containsEntry("kept", true);
        to.getCollection("consents").deleteOne(Filters.eq("_id", first.get("_id")));
        migration.copy("consents");
        assertThat(to.getCollection("consents")
                        .find(Filters.eq("_id", first.get("_id")))
                        .first())
                .isNull();
    }

    private static List<Document> documents(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }
}
