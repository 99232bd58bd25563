package org.trustedtrader.platform.audit;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.history.HistoryHead;
import org.trustedtrader.platform.history.HistoryHeadFile;
import org.trustedtrader.platform.history.HistorySigner;
import org.trustedtrader.platform.mongo.HistoryArchive;
import org.trustedtrader.platform.mongo.HistoryDocuments;
import org.trustedtrader.platform.mongo.StoredAggregate;

/**
 * Checks every history in the databases of the platform, offline, against itself, against the state beside it and against
 * the signed heads, with the public key alone. Arguments: MongoDB URI, database prefix, folder of the export files
 * ({@code <service>.heads}), public key (X.509, base64). Exit code 1 if anything was changed behind the program's back.
 */
public final class HistoryVerifier {

    private static final Duration EXPORTED_WITHIN = Duration.ofMinutes(2);

    private final List<String> faults = new ArrayList<>();
    private long aggregates;
    private long entries;
    private long signedHeads;

    private final PublicKey key;

    private HistoryVerifier(PublicKey key) {
        this.key = key;
    }

    /** What was looked at and what is wrong. */
    public record Findings(long aggregates, long entries, long signedHeads, List<String> faults) {}

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("usage: verify-history MONGODB_URI DATABASE_PREFIX HEADS_FOLDER PUBLIC_KEY");
            System.exit(2);
        }
        var findings = verify(args[0], args[1], Path.of(args[2]), args[3]);
        if (findings.aggregates() == 0 && findings.signedHeads() == 0) {
            System.err.println("There is no history here: no record in a database whose name begins with " + args[1]
                    + ", and no signed head in " + args[2] + ".");
            System.exit(2);
        }
        print(findings, System.out);
        System.exit(findings.faults().isEmpty() ? 0 : 1);
    }

    public static Findings verify(String uri, String prefix, Path headsFolder, String publicKey) throws Exception {
        var run = new HistoryVerifier(HistoryHeadFile.publicKey(publicKey));
        try (var client = MongoClients.create(uri)) {
            for (var name : client.listDatabaseNames()) {
                if (name.startsWith(prefix)) {
                    run.check(client.getDatabase(name), headsFile(headsFolder, name.substring(prefix.length())));
                }
            }
        }
        return new Findings(run.aggregates, run.entries, run.signedHeads, List.copyOf(run.faults));
    }

    /** {@code <service>.heads} in the folder, or in a folder of the service's name, as volumes of containers are mounted. */
    private static Path headsFile(Path folder, String service) {
        var file = folder.resolve(service + ".heads");
        var nested = folder.resolve(service).resolve(file.getFileName());
        return Files.exists(nested) && !Files.exists(file) ? nested : file;
    }

    private Map<String, Map<String, List<HistoryHead>>> heads(Path file) throws IOException {
        var byCollection = new HashMap<String, Map<String, List<HistoryHead>>>();
        if (!Files.exists(file)) {
            return byCollection;
        }
        try {
            for (var head : HistoryHeadFile.read(file, key)) {
                signedHeads++;
                byCollection
                        .computeIfAbsent(head.collection(), c -> new HashMap<>())
                        .computeIfAbsent(head.id(), id -> new ArrayList<>())
                        .add(head);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            faults.add(file.getFileName() + ": " + e.getMessage());
        }
        return byCollection;
    }

    private void check(MongoDatabase database, Path file) throws IOException {
        var before = aggregates;
        check(database, heads(file));
        if (aggregates > before && !Files.exists(file)) {
            faults.add(file.getFileName() + ": is missing, so nothing shows whether records were taken out");
        }
    }

    private void check(MongoDatabase database, Map<String, Map<String, List<HistoryHead>>> signed) {
        var collections = new TreeSet<>(signed.keySet());
        for (var name : database.listCollectionNames()) {
            if (database.getCollection(name).find().limit(50).into(new ArrayList<>()).stream()
                    .anyMatch(document -> document.containsKey("headHash"))) {
                collections.add(name);
            }
        }
        for (var collection : collections) {
            var missing = new HashMap<>(signed.getOrDefault(collection, Map.of()));
            var archive = HistoryArchive.of(database, collection);
            for (var document : database.getCollection(collection).find()) {
                var heads = missing.remove(String.valueOf(document.get("_id")));
                check(
                        database.getName() + "." + collection + "/" + document.get("_id"),
                        document,
                        archive,
                        heads == null ? List.of() : heads);
            }
            missing.keySet().forEach(id -> faults.add(database.getName() + "." + collection + "/" + id + ": is gone"));
            archive.withoutRecord()
                    .forEach(id -> faults.add(database.getName() + "." + collection + "/" + id
                            + ": is gone, and its older history is left"));
        }
    }

    private void check(String where, Document document, HistoryArchive archive, List<HistoryHead> heads) {
        aggregates++;
        try {
            var run = new RecordCheck(document.getString("_id"), heads);
            archive.forEach(document, run::add);
            run.faults(StoredAggregate.read(document)).forEach(fault -> faults.add(where + ": " + fault));
            archive.faults(document).forEach(fault -> faults.add(where + ": " + fault));
            entries += run.count;
        } catch (RuntimeException e) {
            faults.add(where + ": cannot be read as a record of the platform");
        }
    }

    /** One record's history, entry by entry: the chain, the signature of each entry, and the heads that were exported. */
    private final class RecordCheck {

        private final HistoryChain.Check chain;
        private final List<String> found = new ArrayList<>();
        private final Map<Long, List<String>> exported = new HashMap<>();
        private long count;
        private @Nullable HistoryEntry last;

        RecordCheck(String id, List<HistoryHead> heads) {
            chain = new HistoryChain.Check(id);
            heads.forEach(head -> exported.computeIfAbsent(head.version(), v -> new ArrayList<>())
                    .add(head.hash()));
        }

        void add(Document document) {
            var entry = HistoryDocuments.read(document);
            chain.add(entry);
            if (!HistorySigner.isGenuine(entry.hash(), document.get("seal", ""), key)) {
                found.add("entry " + (count + 1) + " was not written by the service");
            }
            if (exported.getOrDefault(entry.version(), List.of()).stream()
                    .anyMatch(hash -> !hash.equals(entry.hash()))) {
                found.add("version " + entry.version() + " is not the one that was signed");
            }
            count++;
            last = entry;
        }

        List<String> faults(StoredAggregate stored) {
            found.addAll(chain.end(stored.version(), stored.stateHash()));
            var newest = Objects.requireNonNull(last);
            exported.keySet().stream()
                    .filter(version -> version > newest.version())
                    .forEach(version -> found.add("version " + version + " is not the one that was signed"));
            var due = newest.recordedAt().isBefore(Instant.now().minus(EXPORTED_WITHIN));
            if (due && !exported.containsKey(newest.version())) {
                // A service exports a few seconds after each change, and at its next start what it had no time for.
                found.add("version " + newest.version() + " was never exported, or its export was taken out");
            }
            return found;
        }
    }

    private static void print(Findings findings, PrintStream out) {
        findings.faults().forEach(out::println);
        out.printf(
                "%d records, %d history entries, %d signed heads: %s%n",
                findings.aggregates(),
                findings.entries(),
                findings.signedHeads(),
                findings.faults().isEmpty()
                        ? "nothing was changed"
                        : findings.faults().size() + " faults");
    }
}
