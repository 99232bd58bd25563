package org.trustedtrader.bench.border;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.bench.crowd.Answers;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.border.test.Asker;
import org.trustedtrader.border.test.World;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.test.TestTokens;

/** The benefits service behind the gateway, with its database and broker, knowing the whole world. */
public final class RunningBorder implements AutoCloseable {

    private static final Duration FILLING = Duration.ofMinutes(20);
    private static final int LOOKS = 20;
    private static final String FLAGS = "-Xmx2g";

    private final LocalPlatform platform;
    private final World world;
    private final Reference reference;
    private final EnrolmentFeed feed;
    private final String token;
    private Optional<EnrolmentVoice> voice = Optional.empty();

    private RunningBorder(LocalPlatform platform, World world, Reference reference, EnrolmentFeed feed) {
        this.platform = platform;
        this.world = world;
        this.reference = reference;
        this.feed = feed;
        this.token = token();
    }

    /** What border systems send; one token for many requests, as they do. */
    public static String token() {
        return TestTokens.client("border-bench")
                .roles("border-system")
                .expiresIn(Duration.ofDays(1))
                .token();
    }

    /** Starts everything and returns when random traders are answered rightly. The service learns the world by catching up. */
    public static RunningBorder start(Place place, World world, Changes changes, Reference reference) {
        var feed = place.keep(new EnrolmentFeed(world));
        changes.tell(feed::add);
        var platform = PlatformPlan.in(place.folder("platform"))
                .only("mongodb", "rabbitmq", "benefits", "gateway")
                .onFreePorts()
                .with("TTP_BROKER", System.getenv().getOrDefault("TTP_BROKER", "embedded"))
                .with("TTP_ISSUER", StubIssuer.running().issuer())
                .with("TTP_SERVICE_FLAGS", FLAGS)
                .environment("benefits", Map.of("TTP_ENROLMENT_URL", feed.url(), "TTP_INBOX_CATCHUPPAGE", "1000"))
                .environment(
                        "gateway",
                        Map.of("TTP_RATES_BORDER_PERSECOND", "10000000", "TTP_RATES_BORDER_BURST", "10000000"))
                .platform();
        var border = place.keep(new RunningBorder(platform, world, reference, feed));
        border.start(changes);
        return border;
    }

    private void start(Changes changes) {
        platform.start(Progress.SILENT);
        var said = new EnrolmentVoice(platform.url("rabbitmq"));
        voice = Optional.of(said);
        changes.tell(said::say);
        awaitRightAnswers();
    }

    private void awaitRightAnswers() {
        var until = System.nanoTime() + FILLING.toNanos();
        var asker = new Asker(world, 3, Questions.UNIFORM);
        for (int right = 0; right < LOOKS; ) {
            var faults = faults(asker.next());
            right = faults.isEmpty() ? right + 1 : 0;
            if (!faults.isEmpty()) {
                if (System.nanoTime() > until) {
                    throw new Trouble("the service does not come to know its traders: " + faults.getFirst());
                }
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    private List<String> faults(Asker.Asked asked) {
        try {
            var now = Instant.now();
            var answers = Answers.read(ask(asked));
            return reference.faults(asked, now, answers.asOf(), answers.items().getFirst());
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The answer to one question, from the service's lean port. */
    public byte[] ask(Asker.Asked asked) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + leanPort() + PATH + path(asked)))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new Trouble("the service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    public static final String PATH = "/v1/eligibility/";

    /** Scheme and identifier as addresses have them. */
    public static String path(Asker.Asked asked) {
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

    /** The processes of a question to the service: itself, and the database that its journal may need. */
    public List<Long> servicePath() {
        return pids("benefits", "mongodb");
    }

    public List<Long> gatewayPath() {
        return Stream.concat(servicePath().stream(), pids("gateway").stream()).toList();
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
        voice.ifPresent(EnrolmentVoice::close);
        // Interrupted in the middle of its start, it may start one more part after the others have ended.
        do {
            platform.close();
            Pause.of(Duration.ofMillis(500));
        } while (!platform.running().isEmpty());
        feed.close();
    }
}
