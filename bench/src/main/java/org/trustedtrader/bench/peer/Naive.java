package org.trustedtrader.bench.peer;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.trustedtrader.bench.border.Questions;
import org.trustedtrader.bench.border.RunningBorder;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Crowd;
import org.trustedtrader.bench.load.Requests;
import org.trustedtrader.bench.process.Child;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.subject.Target;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;
import org.trustedtrader.platform.test.StubIssuer;

/** The naive peer with a database of its own that holds part of the crowd, which favours it. */
public final class Naive {

    private static final int AT_ONCE = 1_000;
    private static final int EVERY = 1_000;

    private final LocalPlatform database;
    private final MongoCollection<Document> traders;
    private final Crowd crowd;
    private final int stored;

    private Naive(LocalPlatform database, Crowd crowd, int stored) {
        this.database = database;
        this.crowd = crowd;
        this.stored = stored;
        this.traders =
                MongoClients.create(database.url("mongodb")).getDatabase("naive").getCollection("traders");
    }

    public static Target start(Place place, Path root, Crowd crowd, int stored, Changes changes, Questions questions) {
        var jar = jar(root);
        var database = place.keep(PlatformPlan.in(place.folder("naive"))
                .only("mongodb")
                .onFreePorts()
                .platform());
        database.start(Progress.SILENT);
        var naive = new Naive(database, crowd, stored);
        naive.fill();
        changes.tell(naive::change);
        var port = Ports.free();
        var server = naive.serve(place, jar, port);
        List<Long> path = new ArrayList<>(List.of(server.pid()));
        database.pid("mongodb").ifPresent(path::add);
        var requests = Requests.get(
                port, RunningBorder.PATH, questions.paths(), RunningBorder.headers(RunningBorder.token()));
        return new Target(requests, path, List.of(server.pid()), EVERY, questions::faults);
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
        for (int i = 0; i < stored; i++) {
            some.addAll(documents(crowd.states(i)));
            if (some.size() >= AT_ONCE || i == stored - 1) {
                traders.insertMany(some);
                some.clear();
            }
        }
    }

    /** One document for each identifier, found by its name: the fewest reads that such a program can do. */
    private static List<Document> documents(List<Known> states) {
        var company = (CompanyFact) states.getFirst().fact();
        List<Document> memberships = new ArrayList<>();
        var versions = new Document();
        for (var known : states) {
            versions.append(known.subject(), known.version());
            if (known.fact() instanceof MembershipFact membership) {
                memberships.add(new Document("status", membership.status().name())
                        .append("tier", String.valueOf(membership.tier()))
                        .append("lines", List.copyOf(membership.lines())));
            }
        }
        return identifiers(states).stream()
                .map(identifier -> new Document("_id", identifier)
                        .append("programmes", List.copyOf(company.programmes()))
                        .append("memberships", memberships)
                        .append("versions", versions))
                .toList();
    }

    private static List<String> identifiers(List<Known> states) {
        List<String> identifiers = new ArrayList<>();
        for (var known : states) {
            switch (known.fact()) {
                case CompanyFact company -> company.identifiers().forEach(id -> identifiers.add(id.toString()));
                case MembershipFact membership ->
                    membership.identifier().ifPresent(id -> identifiers.add(id.toString()));
                default -> {}
            }
        }
        return identifiers;
    }

    private void change(Changes.Change change) {
        if (change.trader() < stored && change.known().fact() instanceof MembershipFact membership) {
            for (var identifier : identifiers(crowd.states(change.trader()))) {
                traders.updateOne(
                        Filters.eq("_id", identifier),
                        Updates.combine(
                                Updates.set(
                                        "memberships.0.status",
                                        membership.status().name()),
                                Updates.set(
                                        "versions." + change.known().subject(),
                                        change.known().version())));
            }
        }
    }
}
