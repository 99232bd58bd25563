package org.trustedtrader.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trustedtrader.bench.border.Questions;
import org.trustedtrader.bench.border.RunningBorder;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.engine.Shipped;
import org.trustedtrader.bench.engine.WorldSnapshot;
import org.trustedtrader.bench.load.Requests;
import org.trustedtrader.bench.peer.Naive;
import org.trustedtrader.bench.peer.Nginx;
import org.trustedtrader.bench.peer.Postgres;
import org.trustedtrader.bench.peer.Redis;
import org.trustedtrader.bench.process.JavaProgram;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.subject.ChangesSubject;
import org.trustedtrader.bench.subject.EngineRestartSubject;
import org.trustedtrader.bench.subject.EngineSubject;
import org.trustedtrader.bench.subject.HttpSubject;
import org.trustedtrader.bench.subject.MemorySubject;
import org.trustedtrader.bench.subject.OutageSubject;
import org.trustedtrader.bench.subject.PeerSubject;
import org.trustedtrader.bench.subject.Plan;
import org.trustedtrader.bench.subject.RestartSubject;
import org.trustedtrader.bench.subject.Subject;
import org.trustedtrader.bench.subject.Target;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

/** All that can be measured, in the order in which each round measures it. What several share is started by the first. */
final class Subjects {

    private static final Duration WRITING = Duration.ofMinutes(5);
    private static final int SINGLES = 500_000;

    /** How many traders the libraries hold; fewer favour them a little and load sooner. */
    private static final int MOST_IN_HASH_MAP = 100_000;

    private static final int BATCHES = 500;
    private static final int LARGE_BATCHES = 100;
    private static final int EVERY_SINGLE = 1_000;
    private static final int EVERY_BATCH = 100;

    /** About what an answer of ours has, where none can be looked at. */
    private static final int USUAL_LENGTH = 1_500;

    private final Plan plan;
    private final Place place;
    private final Path root;
    private final World world;
    private final Changes changes;
    private final Reference reference;
    private final Shared<Path> snapshot;
    private final Shared<RunningBorder> border;
    private final Shared<Questions> uniform;
    private final Shared<Nginx> fixed;
    private final Shared<Redis> redis;

    Subjects(Plan plan, Place place, Path root) {
        this.plan = plan;
        this.place = place;
        this.root = root;
        this.world = new World(1, plan.traders(), 0);
        this.changes = place.keep(new Changes(world, plan.changing()));
        this.reference = new Reference(world, changes, Shipped.policy());
        this.snapshot = new Shared<>(this::writeSnapshot);
        this.border = new Shared<>(
                () -> RunningBorder.start(place, world, changes, reference, snapshot.get(), plan.record()));
        this.uniform = new Shared<>(() -> questions(Questions.UNIFORM, SINGLES, 1));
        this.fixed = new Shared<>(() -> Nginx.fixed(place, lengthOfOurs()));
        this.redis = new Shared<>(() -> Redis.start(place));
    }

    /** Lets traders change from now on. */
    void startChanges() {
        changes.start(Plan.CHANGING);
    }

    List<Subject> all() {
        return List.of(
                engine("engine", "Looking.looks", "UNIFORM"),
                engine("engine-zipf", "Looking.looks", "ZIPF"),
                engine("engine-one", "Looking.look", "UNIFORM"),
                engine("engine-answer", "Looking.single", "UNIFORM"),
                engine("engine-batch", "Looking.batch", "UNIFORM"),
                library("jcasbin", "Casbin.ask"),
                library("cedar", "Cedar.ask"),
                new MemorySubject(plan, place),
                new EngineRestartSubject(plan, place, snapshot::get),
                new ChangesSubject(
                        plan,
                        changes,
                        () -> border.get().pids("benefits"),
                        () -> border.get().behind()),
                http("single", () -> single(border.get().leanPort(), uniform.get())),
                http("single-zipf", () -> single(border.get().leanPort(), questions(Questions.ZIPF, SINGLES, 1))),
                http("single-mvc", () -> single(border.get().port("benefits"), uniform.get())),
                http("batch-100", () -> batch(100, BATCHES)),
                http("batch-1000", () -> batch(1_000, LARGE_BATCHES)),
                http("gateway", this::gateway),
                http("get", () -> ports("benefits", "benefits")),
                http("get-gateway", () -> ports("gateway", "gateway", "benefits")),
                http("nginx", () -> fixed.get().target(RunningBorder.PATH, paths(), headers(), List.of())),
                http("nginx-proxy", this::proxy),
                new PeerSubject("redis", redis::get, () -> redis.get().measure(plan, 1)),
                new PeerSubject("redis-p16", redis::get, () -> redis.get().measure(plan, 16)),
                postgres(),
                http("naive", this::naive),
                new RestartSubject(
                        "restart-behind",
                        true,
                        border::get,
                        () -> border.get().restart().withAnOldSnapshot()),
                new RestartSubject(
                        "restart",
                        false,
                        border::get,
                        () -> border.get().restart().withAWholeSnapshot()),
                new OutageSubject(border::get, this::outage));
    }

    private Subject engine(String name, String benchmark, String law) {
        return new EngineSubject(
                name,
                benchmark,
                () -> List.of("traders=" + plan.traders(), "law=" + law, "snapshot=" + snapshot.get()),
                plan,
                place);
    }

    private Subject library(String name, String benchmark) {
        var traders = Math.min(plan.traders(), MOST_IN_HASH_MAP);
        return new EngineSubject(name, benchmark, () -> List.of("traders=" + traders), plan, place);
    }

    private Subject http(String name, Supplier<Target> starts) {
        return new HttpSubject(name, plan, place, starts);
    }

    private Subject postgres() {
        var shared = new Shared<>(() -> Postgres.start(place));
        return new PeerSubject("postgres", shared::get, () -> shared.get().measure(plan));
    }

    private Path writeSnapshot() {
        var file = place.newFile("world.snapshot");
        place.run(
                "snapshot",
                JavaProgram.onOneCore(
                        WorldSnapshot.class.getName(),
                        List.of("-Xmx8g"),
                        List.of(Integer.toString(plan.traders()), RunningBorder.STORE, file.toString())),
                WRITING);
        return file;
    }

    private Target single(int port, Questions questions) {
        var ours = border.get();
        var requests = Requests.get(port, RunningBorder.PATH, questions.paths(), ours.headers());
        return ours(requests, EVERY_SINGLE, questions);
    }

    private Target ours(Requests requests, int every, Questions questions) {
        var service = border.get().pids("benefits");
        return new Target(requests, service, service, border.get().behind(), every, questions::faults);
    }

    /** Whatever is not known for sure any more is said to be so; nobody may be trusted who is not. */
    private Target outage() {
        var ours = border.get();
        ours.loseEverythingBehind();
        var all = single(ours.leanPort(), uniform.get());
        return new Target(all.requests(), all.path(), all.own(), List.of(), EVERY_BATCH, uniform.get()::wrongYes);
    }

    private Target gateway() {
        var ours = border.get();
        var behind = single(ours.port("gateway"), uniform.get());
        return new Target(
                behind.requests(),
                ours.pids("gateway", "benefits"),
                ours.pids("gateway"),
                ours.behind(),
                EVERY_SINGLE,
                behind.check());
    }

    /** The list of ports, an ordinary request of the standard filter chain that reads no database. */
    private Target ports(String asked, String... path) {
        var ours = border.get();
        var requests = Requests.get(ours.port(asked), "/v1/ports", List.of(""), ours.headers());
        var begin = "{\"policyVersion\":\"" + Shipped.policy().version() + "\"";
        return new Target(
                requests,
                ours.pids(path),
                ours.pids(asked),
                List.of(),
                EVERY_SINGLE,
                looked -> new String(looked.body(), UTF_8).startsWith(begin)
                        ? List.of()
                        : List.of("an answer is not the list of ports"));
    }

    private Target batch(int weight, int count) {
        var ours = border.get();
        var questions = questions(Questions.UNIFORM, count, weight);
        var requests = Requests.post(
                ours.leanPort(), RunningBorder.PATH + "batch", questions.bodies(), ours.headers(), weight);
        return ours(requests, EVERY_BATCH, questions);
    }

    private Target proxy() {
        var behind = fixed.get();
        return Nginx.proxy(place, behind).target(RunningBorder.PATH, paths(), headers(), List.of(behind));
    }

    private Target naive() {
        var part = new World(1, Math.min(plan.stored(), plan.traders()), 0);
        return Naive.start(place, root, part, changes, new Questions(part, Questions.KNOWN, SINGLES, 1, reference));
    }

    private Questions questions(QuestionGenerator.Shares shares, int count, int weight) {
        return new Questions(world, shares, count, weight, reference);
    }

    private List<String> paths() {
        return uniform.get().paths();
    }

    private static String headers() {
        return RunningBorder.headers(RunningBorder.token());
    }

    private int lengthOfOurs() {
        return border.started()
                .map(ours -> ours.ask(new QuestionGenerator(world, 11, Questions.KNOWN).next()).length)
                .orElse(USUAL_LENGTH);
    }

    /** Started when it is first wanted, and only once, also if it cannot be started. */
    private static final class Shared<T> {

        private final Supplier<T> starts;
        private Optional<T> running = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();

        Shared(Supplier<T> starts) {
            this.starts = starts;
        }

        Optional<T> started() {
            return running;
        }

        T get() {
            failure.ifPresent(known -> {
                throw known;
            });
            if (running.isEmpty()) {
                try {
                    running = Optional.of(starts.get());
                } catch (RuntimeException e) {
                    failure = Optional.of(e);
                    throw e;
                }
            }
            return running.get();
        }
    }
}
