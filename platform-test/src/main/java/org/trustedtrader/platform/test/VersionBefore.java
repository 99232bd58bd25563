package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateType;

/** The records that a demo of version 0.2 stored, before record codecs and the archive of histories, and its signed heads. */
public final class VersionBefore {

    /** Of the demo's signing key. */
    public static final String PUBLIC_KEY = "MCowBQYDK2VwAyEAfzIRcl4TLAIieMLv9pOr9kFR+lNAJYuiSM8e2LiGOQQ=";

    private static final Map<String, List<String>> COLLECTIONS = Map.of(
            "assessment", List.of("assessments"),
            "benefits", List.of("consents", "driver_cards"),
            "enrolment", List.of("applications", "clocks", "companies", "memberships"),
            "validation", List.of("visits"));

    private VersionBefore() {}

    /** The records of a collection, whichever service owned it then. */
    public static List<Document> records(String collection) {
        return COLLECTIONS.entrySet().stream()
                .filter(service -> service.getValue().contains(collection))
                .flatMap(service -> records(service.getKey(), collection).stream())
                .toList();
    }

    /** Checks that every record is restored, that nothing of it is left unread, and that storing it again changes nothing of it. */
    public static <A extends Aggregate> void isRead(AggregateType<A, ?> type) {
        var records = records(type.collection());
        assertThat(records).as(type.collection()).isNotEmpty();
        for (var document : records) {
            var stored = new Aggregate.Stored(document.getString("_id"), document.getLong("version"), Map.of());
            var state = document.get("state", Document.class);
            var unread = new ArrayList<String>();
            var aggregate = type.restore(stored, state, unread::add);
            assertThat(unread).isEmpty();
            GoldenDocuments.assertKept(state, type.state(aggregate), type.collection());
        }
    }

    /** Puts the databases and the heads' files where {@code verify-history} looks for them. */
    public static void store(MongoClient client, String databasePrefix, Path headsFolder) throws IOException {
        for (var service : COLLECTIONS.entrySet()) {
            for (var collection : service.getValue()) {
                client.getDatabase(databasePrefix + service.getKey())
                        .getCollection(collection)
                        .insertMany(records(service.getKey(), collection));
            }
            try (var heads = open(service.getKey() + ".heads")) {
                Files.copy(heads, headsFolder.resolve(service.getKey() + ".heads"));
            }
        }
    }

    private static List<Document> records(String service, String collection) {
        try (var lines = open("ttp_" + service + "." + collection + ".jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Document::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(VersionBefore.class.getResourceAsStream("version-before/" + name), name);
    }
}
