package org.trustedtrader.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.trustedtrader.acceptance.client.Platform;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;

/**
 * Gateway, four services, Keycloak, broker and database on free ports, started when the first test asks for them and ended
 * with the run. On a broker or a database that was given, names of its own keep its data apart.
 */
public final class SharedPlatform {

    /** Small enough to be unique in one run of a broker. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final Path FOLDER = Path.of("target", "platform");

    /** The second compiler takes half of a start, and these programs are started some fifty times. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private static final class Once {
        private static final LocalPlatform RUNNING = start();
    }

    private SharedPlatform() {}

    public static LocalPlatform parts() {
        return Once.RUNNING;
    }

    /** Where callers find it. */
    public static Platform platform() {
        var settings = parts().settings();
        return new Platform(
                URI.create(settings.gatewayUrl()),
                URI.create(settings.issuer()),
                new Platform.Broker(URI.create(parts().url("rabbitmq")), exchange()));
    }

    public static String exchange() {
        return "acceptance-" + RUN;
    }

    /**
     * The border service of the same platform, in so many replicas; the first is the one that {@link #parts} knows. The test
     * that starts the others stops them by their names.
     */
    public static LocalPlatform borderReplicas(int count) {
        parts();
        return inItsEnvironment(PlatformPlan.in(FOLDER).only("benefits").borderReplicas(count))
                .platform();
    }

    private static LocalPlatform start() {
        var began = System.nanoTime();
        var started =
                inItsEnvironment(PlatformPlan.in(emptied(FOLDER)).onFreePorts()).platform();
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        started.start(Progress.SILENT);
        System.out.println("[ttp] the platform is up after "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s on " + started.description("mongodb")
                + " · " + started.description("rabbitmq"));
        return started;
    }

    private static PlatformPlan inItsEnvironment(PlatformPlan plan) {
        return plan.with("TTP_SERVICE_FLAGS", QUICK_TO_START)
                .environment(
                        "*",
                        Map.of(
                                "TTP_RABBITMQ_EXCHANGE", exchange(),
                                "TTP_INBOX_QUEUEPREFIX", "acceptance-" + RUN + ".",
                                "TTP_MONGODB_DATABASEPREFIX", "acceptance_" + RUN + "_",
                                "TTP_RATES_CALLERS_PERSECOND", "5000",
                                "TTP_RATES_CALLERS_BURST", "20000",
                                "TTP_RATES_STRANGERS_PERSECOND", "5000",
                                "TTP_RATES_STRANGERS_BURST", "20000"));
    }

    private static Path emptied(Path folder) {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }
}
