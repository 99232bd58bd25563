package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise on which everything else on one machine is built: what was acknowledged is there after kill -9. */
class AcknowledgedWritesTest {
    private static final int ROUNDS = 5;
    private static final int WRITERS = 8;

    @TempDir
    private Path folder;

    @Test
    void surviveTheServersDeathInMidLoad() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round, acknowledged);
            assertThat(lostOf(acknowledged)).as("lost in round %d", round).isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * WRITERS);
    }

    private void writeUntilKilled(int round, Queue<String> acknowledged) throws Exception {
        Process server = start();
        try (MongoClient client = connect(server);
                ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            int before = acknowledged.size();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = round + "-" + writer + "-";
                pool.submit(() -> write(things(client), prefix, acknowledged));
            }
            try {
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> acknowledged.size() > before + 200);
            } finally {
                server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                pool.shutdownNow();
            }
        }
    }

    private static void write(MongoCollection<Document> things, String prefix, Queue<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                String id = prefix + i;
                things.insertOne(new Document("_id", id).append("version", 1).append("text", "x".repeat(i % 2000)));
                things.updateOne(new Document("_id", id), Document.parse("{$set: {version: 2}, $push: {history: 1}}"));
                acknowledged.add(id);
            }
        } catch (MongoException killed) {
            // this writer's last command was not acknowledged: it may be there or not
        }
    }

    private List<String> lostOf(Queue<String> acknowledged) throws Exception {
        Process server = start();
        try (MongoClient client = connect(server)) {
            Set<String> stored = new HashSet<>();
            things(client)
                    .find(new Document("version", 2).append("history", 1))
                    .projection(new Document("_id", 1))
                    .forEach(thing -> stored.add(thing.getString("_id")));
            return acknowledged.stream().filter(id -> !stored.contains(id)).toList();
        } finally {
            server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedMongo.class.getName(),
                        "0",
                        folder.resolve("mongo.h2").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static MongoClient connect(Process server) throws IOException {
        BufferedReader output = server.inputReader();
        String line = output.readLine();
        assertThat(line).startsWith("ready ");
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(line.substring("ready ".length())))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(15, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("ttp_test").getCollection("things");
    }
}
