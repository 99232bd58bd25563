package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.audit.HistoryVerifier;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.mongo.MongoProperties;
import org.trustedtrader.platform.test.ServiceIT;

@ServiceIT
@TestPropertySource(properties = {"spring.application.name=notes", "ttp.mongodb.records.history-block=5"})
class TamperingIT {

    private static final int RECORDS = 6;
    private static final int ATTEMPTS = 1000;
    private static final Actor OWNER = new Actor("user:owner", Set.of("writer"), Optional.of("123456782"));
    private static final JsonWriterSettings EVERY_TYPE =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final KeyPair KEYS = keys();

    @TempDir
    private static Path folder;

    private final Notes notes;
    private final MongoProperties mongo;
    private final MongoDatabase database;
    private final String copyPrefix;
    private final MongoCollection<Document> copy;
    private final MongoCollection<Document> copiedBlocks;
    private final Random random = new Random(20261123);

    TamperingIT(Notes notes, MongoProperties mongo, MongoDatabase database, MongoClient client) {
        this.notes = notes;
        this.mongo = mongo;
        this.database = database;
        this.copyPrefix = "copy_" + mongo.databasePrefix();
        this.copy = client.getDatabase(copyPrefix + "notes").getCollection("notes");
        this.copiedBlocks = client.getDatabase(copyPrefix + "notes").getCollection("notes_history");
    }

    @DynamicPropertySource
    static void exportsHeads(DynamicPropertyRegistry settings) {
        settings.add(
                "ttp.history.export-file", () -> folder.resolve("notes.heads").toString());
        settings.add("ttp.history.export-every", () -> "200ms");
        settings.add(
                "ttp.history.signing-key",
                () -> Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()));
    }

    @AfterEach
    void forgetTheCopy() {
        empty(copy);
        empty(copiedBlocks);
    }

    private static void empty(MongoCollection<Document> collection) {
        collection.deleteMany(new Document());
    }

    @Test
    void findsEveryChangeMadeBehindTheProgramsBack() throws Exception {
        for (int i = 0; i < RECORDS; i++) {
            var id = "note-" + i;
            notes.create(Note.write(id, "123456782", "start", OWNER, Instant.now()), Command.by(OWNER));
            for (int change = 0; change <= i % 3; change++) {
                notes.change(id, Command.by(OWNER), note -> note.amend(note.text() + "x", OWNER, Instant.now()));
            }
        }
        await().untilAsserted(() ->
                assertThat(verify(mongo.databasePrefix()).signedHeads()).isGreaterThanOrEqualTo(RECORDS));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(verify(mongo.databasePrefix()).faults()).isEmpty());
        for (int i = 0; i < RECORDS; i++) {
            copy.insertOne(database.getCollection("notes")
                    .find(Filters.eq("_id", "note-" + i))
                    .first());
        }
        assertThat(faultsIn(copyPrefix)).isEmpty();

        var found = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var original = copy.find(Filters.eq("_id", "note-" + random.nextInt(RECORDS)))
                    .first();
            tamper(original);
            found += faultsIn(copyPrefix).isEmpty() ? 0 : 1;
            restore(original);
        }
        assertThat(found).isEqualTo(ATTEMPTS);
        assertThat(faultsIn(copyPrefix)).isEmpty();
    }

    @Test
    void findsEveryChangeMadeInTheArchive() throws Exception {
        var id = "archived-note";
        notes.create(Note.write(id, "123456782", "start", OWNER, Instant.now()), Command.by(OWNER));
        for (int change = 0; change < 23; change++) {
            notes.change(id, Command.by(OWNER), note -> note.amend(note.text() + "x", OWNER, Instant.now()));
        }
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(verify(mongo.databasePrefix()).faults()).isEmpty());
        copy.insertMany(database.getCollection("notes").find().into(new ArrayList<>()));
        var blocks = database.getCollection("notes_history").find().into(new ArrayList<>());
        copiedBlocks.insertMany(blocks);
        assertThat(blocks).hasSize(3);
        assertThat(verify(copyPrefix).entries())
                .isEqualTo(verify(mongo.databasePrefix()).entries());

        for (int attempt = 0; attempt < 8 * blocks.size(); attempt++) {
            var block = blocks.get(attempt % blocks.size());
            tamperWithBlock(block, attempt / blocks.size());
            assertThat(verify(copyPrefix).faults()).as("attempt " + attempt).isNotEmpty();
            empty(copiedBlocks);
            copiedBlocks.insertMany(blocks);
        }
        var record = copy.find(Filters.eq("_id", id)).first();
        copy.deleteOne(Filters.eq("_id", id));
        assertThat(verify(copyPrefix).faults()).anyMatch(fault -> fault.contains("older history is left"));
        copy.insertOne(record);
        copiedBlocks.insertOne(copyOfTheKept(record));
        assertThat(verify(copyPrefix).faults()).anyMatch(fault -> fault.contains("altered in the archive"));
    }

    private void tamperWithBlock(Document original, int kind) {
        var tampered = Document.parse(original.toJson(EVERY_TYPE));
        var entries = tampered.getList("entries", Document.class);
        switch (kind) {
            case 0 -> entries.get(2).put("reason", "altered");
            case 1 -> entries.remove(2);
            case 2 -> Collections.swap(entries, 1, 2);
            case 3 -> tampered.put("from", 100L);
            case 4 -> tampered.put("aggregate", "another");
            case 5 -> entries.clear();
            case 6 -> entries.get(4).put("hash", "0".repeat(64));
            default -> {
                copiedBlocks.deleteOne(Filters.eq("_id", original.get("_id")));
                return;
            }
        }
        copiedBlocks.replaceOne(Filters.eq("_id", original.get("_id")), tampered);
    }

    /** As after a move that ended before the record was trimmed, but with another actor. */
    private static Document copyOfTheKept(Document record) {
        var entries = record.getList("history", Document.class).subList(0, 5).stream()
                .map(entry -> new Document(entry).append("actor", "user:somebody-else"))
                .toList();
        return new Document("_id", "copied")
                .append("aggregate", record.getString("_id"))
                .append("from", entries.getFirst().get("version"))
                .append("to", entries.getLast().get("version"))
                .append("entries", entries);
    }

    private void tamper(Document original) {
        var tampered = Document.parse(original.toJson(EVERY_TYPE));
        switch (random.nextInt(9)) {
            case 0 -> tampered.get("state", Document.class).put("text", "altered");
            case 1 -> tampered.get("state", Document.class).put("added", true);
            case 2 -> tampered.put("version", original.getLong("version") + 1);
            case 3 -> entry(tampered).put("actor", "user:somebody-else");
            case 4 -> entry(tampered).put("recordedAt", new Date(0));
            case 5 -> tampered.getList("history", Document.class).removeLast();
            case 6 -> rewriteAsIfItWereNew(tampered);
            case 7 -> forgeANewerEntry(tampered);
            default -> {
                copy.deleteOne(Filters.eq("_id", original.get("_id")));
                return;
            }
        }
        copy.replaceOne(Filters.eq("_id", original.get("_id")), tampered);
    }

    /** The cleverest attempt: the chain itself is whole, but it is the one of an earlier time. */
    private static void rewriteAsIfItWereNew(Document tampered) {
        var first = tampered.getList("history", Document.class).getFirst();
        tampered.put("history", new ArrayList<>(List.of(first)));
        tampered.put("version", 1L);
        tampered.put("state", new Document("owner", "123456782").append("text", "start"));
        tampered.get("lastEvent", Document.class)
                .put("data", "{\"id\":\"" + tampered.getString("_id") + "\",\"text\":\"start\"}");
        tampered.put("headHash", first.getString("hash"));
    }

    /** A well-formed entry by somebody who can write to the database but does not hold the key. */
    private static void forgeANewerEntry(Document tampered) {
        var version = tampered.getLong("version") + 1;
        var state = tampered.get("state", Document.class).append("text", "forged");
        var data = "{\"text\":\"forged\"}";
        var seen = Map.of("seen", tampered.getList("seen", Document.class));
        var entry = HistoryChain.next(
                tampered.getString("_id"),
                version,
                tampered.getString("headHash"),
                Change.within("OPEN", "amended", OWNER, Instant.now()),
                Instant.now(),
                HistoryChain.stateHash(state, seen, data));
        var last = tampered.getList("history", Document.class).getLast();
        tampered.getList("history", Document.class)
                .add(new Document(last)
                        .append("version", version)
                        .append("name", "amended")
                        .append("effectiveAt", Date.from(entry.effectiveAt()))
                        .append("recordedAt", Date.from(entry.recordedAt()))
                        .append("from", "OPEN")
                        .append("to", "OPEN")
                        .append("reason", "")
                        .append("stateHash", entry.stateHash())
                        .append("previous", entry.previous())
                        .append("hash", entry.hash()));
        tampered.append("version", version).append("headHash", entry.hash());
        tampered.get("lastEvent", Document.class).append("data", data);
    }

    private Document entry(Document tampered) {
        var history = tampered.getList("history", Document.class);
        return history.get(random.nextInt(history.size()));
    }

    private void restore(Document original) {
        copy.deleteOne(Filters.eq("_id", original.get("_id")));
        copy.insertOne(original);
    }

    /** But for the record of the other test, which has heads and is not copied. */
    private List<String> faultsIn(String prefix) throws Exception {
        return verify(prefix).faults().stream()
                .filter(fault -> !fault.endsWith("/archived-note: is gone"))
                .toList();
    }

    private HistoryVerifier.Findings verify(String prefix) throws Exception {
        var publicKey = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return HistoryVerifier.verify(mongo.uri(), prefix, folder, publicKey);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
