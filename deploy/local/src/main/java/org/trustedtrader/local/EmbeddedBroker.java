package org.trustedtrader.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;

/**
 * Apache Qpid Broker-J inside a JVM, for machines without a RabbitMQ: AMQP 0-9-1 on loopback, virtual host
 * {@code default}. It accepts queue arguments that it does not know (quorum, dead-lettering) and ignores them.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String USER = "ttp";
    private static final String PASSWORD = "demo-only-broker";

    private final SystemLauncher launcher;
    private final int port;

    private EmbeddedBroker(String node, String host, Map<String, String> context) {
        AtomicReference<SystemConfig<?>> system = new AtomicReference<>();
        launcher = new SystemLauncher(new DefaultSystemLauncherListener() {
            @Override
            public void onContainerResolve(SystemConfig<?> config) {
                system.set(config);
            }
        });
        try {
            Path configuration = configuration(node, host);
            launcher.startup(Map.of(
                    "type",
                    "Memory",
                    "initialConfigurationLocation",
                    configuration.toString(),
                    "startupLoggedToSystemOut",
                    false,
                    "context",
                    context));
            Files.delete(configuration);
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker does not start: " + e.getMessage(), e);
        }
        port = boundPort(Objects.requireNonNull(system.get()));
    }

    /** The broker resolves {@code ${…}} itself, but not where a type is named. */
    private static Path configuration(String node, String host) throws IOException {
        try (InputStream template = Objects.requireNonNull(EmbeddedBroker.class.getResourceAsStream("broker.json"))) {
            String text = new String(template.readAllBytes(), UTF_8);
            Path file = Files.createTempFile("broker", ".json");
            return Files.writeString(file, text.replace("@NODE@", node).replace("@HOST@", host));
        }
    }

    private static int boundPort(SystemConfig<?> system) {
        return ((Broker<?>) system.getContainer()).getPorts().iterator().next().getBoundPort();
    }

    /** A fresh broker on a free port; its queues and messages go with it. */
    public static EmbeddedBroker inMemory() {
        return new EmbeddedBroker("Memory", "Memory", context(0, ""));
    }

    /** A broker that finds its durable queues and persistent messages again in the given folder. */
    public static EmbeddedBroker durable(Path folder, int port) {
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        return new EmbeddedBroker(
                "DERBY", "ProvidedStore", context(port, folder.resolve("store").toString()));
    }

    private static Map<String, String> context(int port, String store) {
        return Map.of(
                "ttp.port", Integer.toString(port),
                "ttp.user", USER,
                "ttp.password", PASSWORD,
                "ttp.store", store,
                "queue.behaviourOnUnknownDeclareArgument", "IGNORE");
    }

    public int port() {
        return port;
    }

    /** With user, password and virtual host. */
    public String url() {
        return url(port);
    }

    static String url(int port) {
        return "amqp://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/default";
    }

    @Override
    public void close() {
        launcher.shutdown();
    }

    /** Runs until its process is ended: {@code <port> <folder>}. */
    public static void main(String[] args) {
        EmbeddedBroker broker = durable(Path.of(args[1]), Integer.parseInt(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("ready " + broker.url());
    }
}
