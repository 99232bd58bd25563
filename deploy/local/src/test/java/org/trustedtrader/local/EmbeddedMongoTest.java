package org.trustedtrader.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and operators that the platform sends, each against the embedded server. */
class EmbeddedMongoTest {
    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final MongoCollection<Document> things = client.getDatabase("ttp_test")
            .getCollection("things")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY);

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void oneOf64RacingConditionalUpdatesWins() throws Exception {
        things.insertOne(new Document("_id", "a").append("version", 0L).append("history", List.of()));
        try (ExecutorService pool = Executors.newFixedThreadPool(64)) {
            for (long round = 0; round < 40; round++) {
                long seen = round;
                List<Callable<Long>> racers = new ArrayList<>();
                for (int racer = 0; racer < 64; racer++) {
                    racers.add(() -> things.updateOne(
                                    and(eq("_id", "a"), eq("version", seen)),
                                    combine(set("version", seen + 1), push("history", new Document("n", seen))))
                            .getModifiedCount());
                }
                long winners = 0;
                for (var answer : pool.invokeAll(racers)) {
                    winners += answer.get();
                }
                assertThat(winners).isEqualTo(1);
            }
        }
        assertThat(things.find().first().getList("history", Document.class)).hasSize(40);
    }

    @Test
    void updatesDeepFieldsAndLists() {
        things.insertOne(new Document("_id", "a")
                .append("state", new Document("company", "123456782"))
                .append("outbox", List.of(new Document("id", 1), new Document("id", 2)))
                .append("changedAt", new Date(1_700_000_000_123L)));
        things.updateOne(
                eq("_id", "a"),
                combine(
                        set("state.carrier", "ABCD"),
                        unset("state.company"),
                        pull("outbox", new Document("id", 1)),
                        inc("version", 1L)));
        things.updateOne(eq("_id", "a"), Document.parse("{$push: {commands: {$each: [1, 2, 3], $slice: -2}}}"));

        Document stored = things.find(eq("outbox.id", 2)).first();
        assertThat(stored.get("state")).isEqualTo(new Document("carrier", "ABCD"));
        assertThat(stored.getList("outbox", Document.class)).hasSize(1);
        assertThat(stored.getList("commands", Integer.class)).containsExactly(2, 3);
        assertThat(stored.getLong("version")).isEqualTo(1);
        assertThat(stored.getDate("changedAt").getTime()).isEqualTo(1_700_000_000_123L);
        assertThat(things.find(eq("outbox.0.id", 2)).first()).isNotNull();
    }

    @Test
    void insertsOnceByUpsert() {
        for (int i = 0; i < 2; i++) {
            things.updateOne(
                    eq("_id", "u"),
                    Document.parse("{$setOnInsert: {first: true}, $max: {at: " + i + "}}"),
                    new UpdateOptions().upsert(true));
        }
        assertThat(things.countDocuments()).isEqualTo(1);
        assertThat(things.find().first()).containsEntry("first", true).containsEntry("at", 1);
    }

    @Test
    void refusesDuplicatesOfUniqueKeysWithTheCodeThatTheDriverKnows() {
        things.createIndex(Indexes.ascending("company", "line"), new IndexOptions().unique(true));
        things.createIndex(
                Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
        things.createIndex(Indexes.compoundIndex(Indexes.ascending("state.due"), Indexes.descending("_id")));
        things.insertOne(new Document("_id", 1).append("company", "c").append("line", "x"));
        things.insertOne(new Document("_id", 2).append("company", "c").append("line", "y"));

        for (Document twice : List.of(
                new Document("_id", 1).append("company", "other").append("line", "x"),
                new Document("_id", 3).append("company", "c").append("line", "x"))) {
            assertThatThrownBy(() -> things.insertOne(twice))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            refused -> assertThat(refused.getError().getCode()).isEqualTo(11000));
        }
        assertThat(things.listIndexes()).hasSize(4);
    }

    @Test
    void pagesByKeyWithFilterSortLimitAndProjection() {
        for (int i = 0; i < 300; i++) {
            things.insertOne(new Document("_id", "%03d".formatted(i))
                    .append("state", new Document("company", i % 2 == 0 ? "even" : "odd")));
        }
        List<Document> page = things.find(and(eq("state.company", "even"), gt("_id", "100")))
                .sort(Sorts.ascending("_id"))
                .limit(50)
                .projection(Projections.include("state.company"))
                .into(new ArrayList<>());
        assertThat(page).hasSize(50).first().isEqualTo(Document.parse("{_id: '102', state: {company: 'even'}}"));
        assertThat(things.find().batchSize(20).into(new ArrayList<>())).hasSize(300);
        assertThat(things.find(exists("state.none")).first()).isNull();
        assertThat(things.find(Document.parse("{'_id': {$in: ['001', '002']}, $or: [{a: null}, {b: {$ne: 1}}]}")))
                .hasSize(2);
    }

    @Test
    void anIdentifierAmongOtherConditionsDoesNotReplaceThem() {
        things.insertOne(new Document("_id", "a").append("version", 1));
        things.insertOne(new Document("_id", "b").append("version", 2));

        for (String none : List.of(
                "{_id: 'a', version: 2}",
                "{$and: [{_id: 'a'}, {version: 2}]}",
                "{$and: [{_id: 'a'}, {_id: 'b'}]}",
                "{_id: 'a', $and: [{_id: 'b'}]}",
                "{_id: 'c', version: 1}")) {
            assertThat(things.find(Document.parse(none))).as(none).isEmpty();
        }
        for (String one :
                List.of("{_id: 'a', version: {$ne: 2}}", "{$and: [{version: 1}, {_id: 'a'}]}", "{_id: {$in: ['a']}}")) {
            assertThat(things.find(Document.parse(one))).as(one).hasSize(1);
        }
    }

    @Test
    void everyKindOfValueIsReadAsItWasWritten(@TempDir Path folder) {
        Document written = Document.parse("{_id: 'all', n: null, b: true, i: 1, d: 1.5, t: 'ü', l: [1, 'a', {x: []}]}")
                .append("long", 1L << 40)
                .append("at", new Date(1_700_000_000_123L))
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("object", new ObjectId())
                .append("exact", Decimal128.parse("12.30"));
        for (int start = 0; start < 2; start++) {
            try (EmbeddedMongo kept = EmbeddedMongo.durable(folder.resolve("documents.h2"), 0);
                    MongoClient other = MongoClients.create(kept.uri())) {
                var all = other.getDatabase("ttp_test").getCollection("things");
                if (start == 0) {
                    all.createIndex(Indexes.ascending("i", "t"), new IndexOptions().unique(true));
                    all.insertOne(written);
                }
                assertThat(all.find()).containsExactly(written);
                assertThatThrownBy(() -> all.insertOne(Document.parse("{_id: 'twin', i: 1.0, t: 'ü'}")))
                        .hasMessageContaining("duplicate key");
            }
        }
    }

    @Test
    void findsAndModifiesAndCountsGroups() {
        things.insertMany(
                List.of(new Document("_id", 1).append("line", "a"), new Document("_id", 2).append("line", "a")));
        Document after = things.findOneAndUpdate(
                eq("_id", "lease"),
                combine(set("owner", "me"), inc("n", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        assertThat(after).containsEntry("owner", "me").containsEntry("n", 1);
        assertThat(things.aggregate(
                        List.of(Aggregates.match(exists("line")), Aggregates.group("$line", Accumulators.sum("n", 1)))))
                .containsExactly(Document.parse("{_id: 'a', n: 2}"));
        assertThat(things.deleteOne(eq("_id", 1)).getDeletedCount()).isEqualTo(1);
    }
}
