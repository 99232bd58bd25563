package org.trustedtrader.bench.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.test.TestTokens;

/** The benefits service behind the gateway, with its database and broker, started from a snapshot of the whole world. */
public final class RunningBorder implements AutoCloseable {

    public static final String PATH = "/v1/eligibility/";

    /** Of which store a snapshot must be to be this service's. */
    public static final String STORE = ServiceStore.NAME;

    private static final Duration FIRST_ANSWERS = Duration.ofMinutes(5);
    private static final int LOOKS = 100;
    private static final String FLAGS = "-Xmx2g -XX:+UseTransparentHugePages";

    /** Whatever it is asked for it puts together whole: after a long run, what tens of thousands of traders have become. */
    private static final String DATABASE_HEAP = "3g";

    private final Place place;
    private final World world;
    private final Changes changes;
    private final EnrolmentFeed feed;
    private final int ports = Ports.block(LocalPort.values().length);
    private final String token = token();
    private final LocalPlatform platform;
    private final Lane lane;
    private final Restart restart;
    private Optional<EnrolmentVoice> voice = Optional.empty();

    private RunningBorder(Place place, World world, Changes changes, Reference reference, EnrolmentFeed feed) {
        this.place = place;
        this.world = world;
        this.changes = changes;
        this.feed = feed;
        this.platform = plan().platform();
        this.lane = new Lane(leanPort(), token, reference);
        this.restart = new Restart(platform, keptSnapshot(), world, changes, lane);
    }

    /** What border systems send; one token for many requests, as they do. */
    public static String token() {
        return TestTokens.client("border-bench")
                .roles("border-system")
                .expiresIn(Duration.ofDays(1))
                .token();
    }

    /**
     * Starts everything and returns when random traders are answered rightly.
     *
     * @param snapshot of that world
     * @param record   whether the programs' starts are recorded first, if they are not yet, as an orderly {@code ./ttp down} does
     */
    public static RunningBorder start(
            Place place, World world, Changes changes, Reference reference, Path snapshot, boolean record) {
        var feed = place.keep(new EnrolmentFeed());
        var border = place.keep(new RunningBorder(place, world, changes, reference, feed));
        border.start(snapshot, record);
        return border;
    }

    private PlatformPlan plan() {
        return PlatformPlan.in(place.folder("platform"))
                .only("mongodb", "rabbitmq", "benefits", "gateway")
                .onPortsFrom(ports)
                .with("TTP_ISSUER", StubIssuer.running().issuer())
                .with("TTP_SERVICE_FLAGS", FLAGS)
                .with("TTP_EMBEDDED_MONGODB_HEAP", DATABASE_HEAP)
                .environment(
                        "benefits",
                        Map.of(
                                "TTP_ENROLMENT_URL",
                                feed.url(),
                                "TTP_BORDER_REQUESTS_PER_SECOND",
                                "0",
                                "TTP_INBOX_CATCHUPPAGE",
                                "1000",
                                "TTP_MONGODB_DATABASEPREFIX",
                                ServiceStore.DATABASE_PREFIX))
                .environment(
                        "gateway",
                        Map.of("TTP_RATES_BORDER_PERSECOND", "10000000", "TTP_RATES_BORDER_BURST", "10000000"));
    }

    private void start(Path snapshot, boolean record) {
        if (platform.names().contains("mongodb")) {
            platform.start("mongodb");
            platform.awaitReady("mongodb");
        }
        ServiceStore.begin(platform.url("mongodb"), world, changes);
        putSnapshot(snapshot);
        if (record && !platform.startsRecorded()) {
            var recording = plan().recordingStarts().platform();
            recording.start(Progress.SILENT);
            recording.stopServices();
            putSnapshot(snapshot);
        }
        platform.start(Progress.SILENT);
        var said = new EnrolmentVoice(platform.url("rabbitmq"));
        voice = Optional.of(said);
        changes.tell(feed::add);
        changes.tell(said::say);
        var asker = new QuestionGenerator(world, 3, Questions.UNIFORM);
        lane.awaitRightAnswers(Stream.generate(asker::next).limit(LOOKS).toList(), Instant.now(), FIRST_ANSWERS);
    }

    private void putSnapshot(Path snapshot) {
        var kept = keptSnapshot();
        try {
            Files.createDirectories(kept.getParent());
            Files.deleteIfExists(kept);
            Files.copy(snapshot, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keptSnapshot() {
        return platform.settings().statusSnapshots().resolve("benefits.snapshot");
    }

    /** The service is cold after a restart: nothing else can be measured then. */
    public Restart restart() {
        return restart;
    }

    /** Kills the database and the broker, and lets enrolment fall silent; nobody changes any more. */
    public void loseEverythingBehind() {
        changes.close();
        voice.ifPresent(EnrolmentVoice::close);
        feed.close();
        platform.kill("mongodb");
        platform.kill("rabbitmq");
    }

    /** The answer to one question, from the service's lean port. */
    public byte[] ask(QuestionGenerator.Asked asked) {
        return lane.ask(asked);
    }

    /** Scheme and identifier as addresses have them. */
    public static String path(QuestionGenerator.Asked asked) {
        return asked.item().scheme().toLowerCase(Locale.ROOT).replace('_', '-') + "/"
                + asked.item().id();
    }

    public String headers() {
        return headers(token);
    }

    public static String headers(String token) {
        return "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n";
    }

    /** Where border systems inside the network ask: the service's lean port. */
    public int leanPort() {
        return platform.settings().port(LocalPort.BORDER);
    }

    public int port(String part) {
        return URI.create(platform.url(part)).getPort();
    }

    /** What a question does not wait for: the database to which the journal is shipped, and in which changes are stored. */
    public List<Long> behind() {
        return pids("mongodb");
    }

    public List<Long> pids(String... parts) {
        List<Long> pids = new ArrayList<>();
        for (var part : parts) {
            platform.pid(part).ifPresent(pids::add);
        }
        return pids;
    }

    @Override
    public void close() {
        changes.close();
        voice.ifPresent(EnrolmentVoice::close);
        // Interrupted in the middle of its start, it may start one more part after the others have ended.
        do {
            platform.close();
            Pause.of(Duration.ofMillis(500));
        } while (!platform.running().isEmpty());
        feed.close();
    }
}
