package org.trustedtrader.bench.peer;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.trustedtrader.bench.border.Questions;
import org.trustedtrader.bench.border.RunningBorder;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.load.Requests;
import org.trustedtrader.bench.process.Child;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.subject.Target;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;
import org.trustedtrader.platform.test.StubIssuer;

/** The naive peer with a database of its own that holds part of the world, which favours it. */
public final class Naive {

    private static final Comparator<Revision> LATEST_LAST =
            Comparator.comparing(Revision::effectiveAt).thenComparing(Revision::subject);

    private static final int AT_ONCE = 1_000;
    private static final int EVERY = 1_000;

    private final LocalPlatform database;
    private final MongoCollection<Document> traders;
    private final World world;
    private final Changes changes;

    private Naive(LocalPlatform database, World world, Changes changes) {
        this.database = database;
        this.world = world;
        this.changes = changes;
        this.traders = MongoClients.create(database.url("mongodb"))
                .getDatabase("naive")
                .getCollection("traders");
    }

    public static Target start(Place place, Path root, World world, Changes changes, Questions questions) {
        var jar = jar(root);
        var database = place.keep(PlatformPlan.in(place.folder("naive"))
                .only("mongodb")
                .onPortsFrom(Ports.block(LocalPort.values().length))
                .platform());
        database.start(Progress.SILENT);
        var naive = new Naive(database, world, changes);
        naive.fill();
        changes.tell(naive::change);
        var port = Ports.free();
        var server = naive.serve(place, jar, port);
        List<Long> path = new ArrayList<>(List.of(server.pid()));
        database.pid("mongodb").ifPresent(path::add);
        var requests =
                Requests.get(port, RunningBorder.PATH, questions.paths(), RunningBorder.headers(RunningBorder.token()));
        return new Target(requests, path, List.of(server.pid()), List.of(), EVERY, questions::faults);
    }

    private Child serve(Place place, Path jar, int port) {
        var server = place.start(
                "naive",
                List.of(JavaProgram.java(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar.toString()),
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "NAIVE_KEYS",
                        StubIssuer.running().issuer() + "/protocol/openid-connect/certs",
                        "NAIVE_MONGODB",
                        database.url("mongodb")));
        server.awaitPort(port, Duration.ofMinutes(2));
        return server;
    }

    private static Path jar(Path root) {
        try {
            return LocalPlatform.jarOf(root.resolve("bench"), "naive")
                    .orElseThrow(() -> new Trouble("bench/naive is not built"));
        } catch (IOException e) {
            throw new Trouble("bench/naive cannot be read", e);
        }
    }

    private void fill() {
        List<Document> some = new ArrayList<>();
        for (int i = 0; i < world.traders(); i++) {
            some.addAll(documents(world.trader(i)));
            if (some.size() >= AT_ONCE || i == world.traders() - 1) {
                traders.insertMany(some);
                some.clear();
            }
        }
    }

    /** One document for each identifier, found by its name: the fewest reads that such a program can do. */
    private static List<Document> documents(List<Revision> states) {
        var now = Instant.now();
        var versions = new Document();
        Map<String, Revision> counting = new TreeMap<>();
        Set<String> identifiers = new TreeSet<>();
        for (var revision : states) {
            versions.append(revision.subject(), Math.max(revision.version(), versions.get(revision.subject(), 0L)));
            if (!revision.effectiveAt().isAfter(now)) {
                counting.merge(revision.subject(), revision, (a, b) -> a.version() > b.version() ? a : b);
            }
            addIdentifiers(revision, identifiers);
        }
        List<Document> memberships = new ArrayList<>();
        Set<String> programmes = new TreeSet<>();
        counting.values().stream().sorted(LATEST_LAST).forEach(revision -> {
            switch (revision.fact()) {
                case CompanyFact company -> programmes.addAll(company.programmes());
                case MembershipFact membership -> memberships.add(document(membership));
                default -> {}
            }
        });
        return identifiers.stream()
                .map(identifier -> new Document("_id", identifier)
                        .append("programmes", List.copyOf(programmes))
                        .append("memberships", memberships)
                        .append("versions", versions))
                .toList();
    }

    private static Document document(MembershipFact membership) {
        return new Document("status", membership.status().name())
                .append("tier", String.valueOf(membership.tier()))
                .append("lines", List.copyOf(membership.lines()));
    }

    private static void addIdentifiers(Revision revision, Set<String> identifiers) {
        switch (revision.fact()) {
            case CompanyFact company -> {
                identifiers.add("BN9 " + company.bn9());
                company.identifiers().forEach(id -> identifiers.add(id.toString()));
            }
            case MembershipFact membership -> membership.identifier().ifPresent(id -> identifiers.add(id.toString()));
            default -> {}
        }
    }

    private void change(Changes.Change change) {
        if (change.trader() < world.traders()) {
            List<Revision> states = new ArrayList<>(world.trader(change.trader()));
            states.addAll(changes.of(change.trader()));
            for (var document : documents(states)) {
                traders.replaceOne(Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
            }
        }
    }
}
