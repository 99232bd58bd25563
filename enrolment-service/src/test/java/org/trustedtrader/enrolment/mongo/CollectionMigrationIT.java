package org.trustedtrader.enrolment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.mongo.HistoryArchive;
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
    void storedByTheVersionBefore() {
        List.of("driver_cards", "consents").forEach(this::storedByTheVersionBefore);
    }

    private void storedByTheVersionBefore(String name) {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/stored/benefits." + name + ".jsonl"))) {
            from.getCollection(name)
                    .insertMany(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(Document::parse)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void empty() {
        for (var database : List.of(from, to)) {
            for (var name : List.of("driver_cards", "consents", "consents_history", "migrations")) {
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
        var first = first(from);
        to.getCollection("consents").insertOne(new Document(first).append("kept", true));
        migration.copy("consents");
        assertThat(documents(to, "consents")).hasSameSizeAs(documents(from, "consents"));
        assertThat(copyOf(first)).containsEntry("kept", true);
        to.getCollection("consents").deleteOne(Filters.eq("_id", first.get("_id")));
        changeMark(new Document("finishedAt", Date.from(Instant.now().plus(Duration.ofDays(400)))));
        migration.copy("consents");
        assertThat(copyOf(first)).isEmpty();
    }

    @Test
    void anAbsentSourceIsLookedForAgainAtTheNextStart() {
        from.getCollection("consents").deleteMany(Filters.empty());
        migration.copy("consents");
        assertThat(documents(to, "migrations")).isEmpty();
        storedByTheVersionBefore("consents");
        migration.copy("consents");
        assertThat(documents(to, "consents")).hasSameSizeAs(documents(from, "consents"));
        assertThat(documents(to, "migrations")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheOldOwnerChangedAfterTheCopyReplacesItAndIsAnnounced(boolean hasArchive) {
        migration.copy("consents");
        var changed = changedAgain(first(from), "by the old owner");
        if (hasArchive) {
            archive(changed);
        }
        from.getCollection("consents").replaceOne(Filters.eq("_id", changed.get("_id")), changed);
        migration.copy("consents");
        var copy = copyOf(changed);
        assertThat(copy).containsEntry("version", 2L).containsEntry("headHash", changed.get("headHash"));
        assertThat(copy.getDate("changedAt")).isAfter(changed.getDate("changedAt"));
        assertThat(copy.getList("outbox", Document.class)).containsExactly(copy.get("lastEvent", Document.class));
        assertThat(copy.get("lastEvent", Document.class)).containsEntry("source", "enrolment");
        var versions = new ArrayList<Object>();
        HistoryArchive.of(to, "consents").forEach(copy, entry -> versions.add(entry.get("version")));
        assertThat(versions).containsExactly(1L, 2L);
    }

    @Test
    void aRecordThatWasFirstStoredAfterTheCopyIsCopied() {
        var late = first(from);
        from.getCollection("consents").deleteOne(Filters.eq("_id", late.get("_id")));
        migration.copy("consents");
        from.getCollection("consents").insertOne(late.append("changedAt", Date.from(Instant.now())));
        migration.copy("consents");
        assertThat(copyOf(late)).containsEntry("headHash", late.get("headHash"));
    }

    @Test
    void aCopyThatWasChangedHereIsKept() {
        migration.copy("consents");
        var byUs = changedAgain(copyOf(first(from)), "by the new owner");
        to.getCollection("consents").replaceOne(Filters.eq("_id", byUs.get("_id")), byUs);
        migration.copy("consents");
        assertThat(copyOf(byUs)).isEqualTo(byUs);
        var byTheOld = changedAgain(changedAgain(first(from), "by the old owner"), "twice");
        from.getCollection("consents").replaceOne(Filters.eq("_id", byTheOld.get("_id")), byTheOld);
        migration.copy("consents");
        assertThat(copyOf(byUs)).isEqualTo(byUs);
    }

    /** The version before marked a copy as finished without its archives. */
    @Test
    void anArchiveThatTheVersionBeforeLeftBehindIsCopied() {
        var changed = changedAgain(first(from), "long ago").append("changedAt", new Date(0));
        archive(changed);
        from.getCollection("consents").replaceOne(Filters.eq("_id", changed.get("_id")), changed);
        to.getCollection("consents").insertOne(changed);
        to.getCollection("migrations")
                .insertOne(
                        new Document("_id", "consents-from-benefits").append("finishedAt", Date.from(Instant.now())));
        migration.copy("consents");
        assertThat(documents(to, "consents_history")).isEqualTo(documents(from, "consents_history"));
        assertThat(documents(to, "migrations").getFirst()).containsEntry("archives", true);
    }

    private Document first(MongoDatabase database) {
        return documents(database, "consents").getFirst();
    }

    private Document copyOf(Document source) {
        return Objects.requireNonNullElse(
                to.getCollection("consents")
                        .find(Filters.eq("_id", source.get("_id")))
                        .first(),
                new Document());
    }

    private void changeMark(Document fields) {
        to.getCollection("migrations")
                .updateOne(Filters.eq("_id", "consents-from-benefits"), new Document("$set", fields));
    }

    /** The next version of a record. Only what the copy looks at is like a real one. */
    private static Document changedAgain(Document record, String hash) {
        var next = record.getLong("version") + 1;
        var history = new ArrayList<>(record.getList("history", Document.class));
        history.add(new Document(history.getLast()).append("version", next).append("hash", hash));
        return new Document(record)
                .append("version", next)
                .append("headHash", hash)
                .append("history", history)
                .append("changedAt", Date.from(Instant.now()));
    }

    /** Moves all entries but the newest to the archive of the old owner. */
    private void archive(Document record) {
        var history = record.getList("history", Document.class);
        var moved = history.subList(0, history.size() - 1);
        record.append("history", List.of(history.getLast())).append("archived", (long) moved.size());
        from.getCollection("consents_history")
                .insertOne(new Document("_id", record.get("_id") + "/1")
                        .append("aggregate", record.get("_id"))
                        .append("from", 1L)
                        .append("to", (long) moved.size())
                        .append("entries", moved));
    }

    private static List<Document> documents(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }
}
