package org.trustedtrader.platform.test;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.trustedtrader.local.EmbeddedBroker;
import org.trustedtrader.local.EmbeddedMongo;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;

/**
 * Chooses, once per JVM, what tests run on: the servers that {@code TTP_MONGODB_URI} and {@code TTP_RABBITMQ_URL} name, else
 * Docker containers where an engine has or gets the images, else an installed RabbitMQ if {@code TTP_BROKER=rabbitmq}, else
 * the embedded parts.
 */
public final class TestServerChoice {

    /** Tells this run's databases and queues from all others. */
    static final String RUN = "t" + UUID.randomUUID().toString().substring(0, 8);

    private static final class Once {
        private static final TestServers CHOSEN = choose();
    }

    private TestServerChoice() {}

    public static String mongoUri() {
        return Once.CHOSEN.mongoUri();
    }

    /** With user, password and virtual host. */
    public static String brokerUrl() {
        return Once.CHOSEN.brokerUrl();
    }

    static boolean mongoOutlivesTheRun() {
        return !Once.CHOSEN.mongoName().equals("embedded");
    }

    static boolean brokerOutlivesTheRun() {
        return Once.CHOSEN.brokerName().equals("TTP_RABBITMQ_URL");
    }

    /** Whether the broker is a RabbitMQ, and not the embedded one, which is laxer. */
    public static boolean brokerIsRabbit() {
        return !Once.CHOSEN.brokerName().startsWith("embedded");
    }

    private static TestServers choose() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        LoggingSystem.get(TestServerChoice.class.getClassLoader()).setLogLevel("de.bwaldvogel", LogLevel.ERROR);
        Map<String, String> environment = System.getenv();
        var containers = new Containers();
        String[] mongo = mongo(environment, containers);
        String[] broker = broker(environment, containers);
        TestServers parts = new TestServers(mongo[0], mongo[1], broker[0], broker[1]);
        System.out.println("parts: MongoDB = " + parts.mongoName() + ", broker = " + parts.brokerName());
        return parts;
    }

    private static String[] mongo(Map<String, String> environment, Containers containers) {
        String given = environment.getOrDefault("TTP_MONGODB_URI", "");
        if (!given.isEmpty()) {
            return new String[] {given, "TTP_MONGODB_URI"};
        }
        @Nullable String container = containers.mongo();
        return container != null
                ? new String[] {container, "container"}
                : new String[] {EmbeddedMongo.inMemory().uri(), "embedded"};
    }

    private static String[] broker(Map<String, String> environment, Containers containers) {
        String given = environment.getOrDefault("TTP_RABBITMQ_URL", environment.getOrDefault("TTP_RABBITMQ_URI", ""));
        if (!given.isEmpty()) {
            return new String[] {given, "TTP_RABBITMQ_URL"};
        }
        if (environment.getOrDefault("TTP_BROKER", "").equals("rabbitmq")) {
            return new String[] {privateRabbit(), "private rabbitmq-server"};
        }
        @Nullable String container = containers.rabbit();
        return container != null
                ? new String[] {container, "container"}
                : new String[] {EmbeddedBroker.inMemory().url(), "embedded"};
    }

    private static String privateRabbit() {
        Path state = Path.of("target", "test-parts-" + RUN).toAbsolutePath();
        LocalPlatform rabbit = PlatformPlan.in(state)
                .only("rabbitmq")
                .onFreePorts()
                .with("TTP_BROKER", "rabbitmq")
                .platform();
        Runtime.getRuntime().addShutdownHook(new Thread(rabbit::close, "test-parts-rabbit-end"));
        rabbit.start(Progress.SILENT);
        return rabbit.url("rabbitmq");
    }

    /** A database and a broker to run tests on, and what to call them. */
    private record TestServers(String mongoUri, String mongoName, String brokerUrl, String brokerName) {}
}
