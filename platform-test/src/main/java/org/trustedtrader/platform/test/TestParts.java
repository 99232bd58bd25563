package org.trustedtrader.platform.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
 * the embedded parts. Every test context has databases, queues and an exchange of its own, which are removed at the end, so
 * that any server can be pointed at.
 */
public final class TestParts {

    private static final String RUN = "t" + UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final Set<String> PREFIXES = ConcurrentHashMap.newKeySet();

    private static final class Once {
        private static final Parts CHOSEN = choose();
    }

    private TestParts() {}

    public static String mongoUri() {
        return Once.CHOSEN.mongoUri();
    }

    /** With user, password and virtual host. */
    public static String brokerUrl() {
        return Once.CHOSEN.brokerUrl();
    }

    /** Whether the broker is a RabbitMQ, and not the embedded one, which is laxer. */
    public static boolean brokerIsRabbit() {
        return !Once.CHOSEN.brokerName().startsWith("embedded");
    }

    /** The settings with which one more service runs on the chosen parts, apart from all others. */
    public static Map<String, String> settings() {
        String prefix = RUN + "_" + CONTEXTS.incrementAndGet() + "_";
        PREFIXES.add(prefix);
        Map<String, String> settings = new TreeMap<>(Map.of(
                "ttp.mongodb.uri",
                mongoUri(),
                "ttp.mongodb.database-prefix",
                prefix,
                "ttp.rabbitmq.url",
                brokerUrl(),
                "ttp.rabbitmq.exchange",
                prefix + "events",
                "ttp.inbox.queue-prefix",
                prefix,
                "ttp.security.issuer",
                StubIssuer.running().issuer(),
                "ttp.security.back-channel",
                "",
                "ttp.security.client-secret",
                "a-secret-of-the-tests"));
        for (String service : List.of("enrolment", "assessment", "validation", "benefits")) {
            settings.put("ttp.services." + service + ".url", "http://127.0.0.1:9");
        }
        return settings;
    }

    private static Parts choose() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        LoggingSystem.get(TestParts.class.getClassLoader()).setLogLevel("de.bwaldvogel", LogLevel.ERROR);
        Map<String, String> environment = System.getenv();
        var containers = new Containers();
        String[] mongo = mongo(environment, containers);
        String[] broker = broker(environment, containers);
        Parts parts = new Parts(mongo[0], mongo[1], broker[0], broker[1]);
        System.out.println("parts: MongoDB = " + parts.mongoName() + ", broker = " + parts.brokerName());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(parts), "test-parts-clean-up"));
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

    private static void cleanUp(Parts parts) {
        if (!parts.mongoName().equals("embedded")) {
            dropDatabases(parts.mongoUri());
        }
        if (parts.brokerName().equals("TTP_RABBITMQ_URL")) {
            deleteQueues(parts.brokerUrl());
        }
    }

    private static void dropDatabases(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            for (String name : client.listDatabaseNames()) {
                if (name.startsWith(RUN)) {
                    client.getDatabase(name).drop();
                }
            }
        }
    }

    private static void deleteQueues(String url) {
        List<String> services = List.of("enrolment", "assessment", "validation", "benefits", "notes", "sample");
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(url);
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                for (String prefix : PREFIXES) {
                    for (String service : services) {
                        for (String source : services) {
                            channel.queueDelete(prefix + service + "." + source);
                        }
                    }
                    channel.exchangeDelete(prefix + "events");
                }
            }
        } catch (Exception e) {
            System.out.println("parts: queues of " + RUN + " could not be deleted: " + e.getMessage());
        }
    }
}
